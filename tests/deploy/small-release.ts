import { createHash } from 'node:crypto';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isText } from '#lib/site/media-types.ts';
import { headerRules, type PageRules, policyOf } from '#publish/hosts/headers.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { nginxConfiguration } from '#publish/hosts/nginx.ts';
import { type FilePath, fileOfPage, notFoundFile, pathOfFile } from '#publish/hosts/site-files.ts';
import { seal } from '#publish/release/seal.ts';
import { choicePath, out, publishedPages, readHosting } from '../published-site.ts';

/** A few pages: the choice of language, two pages, and the error page. */
const kept: readonly FilePath[] = [
  fileOfPage(choicePath),
  ...publishedPages.slice(0, 2).map(({ path: pagePath }) => fileOfPage(pagePath)),
  notFoundFile,
];

/** Paths of the pages in such a release. */
export const pagePaths: readonly string[] = kept.filter((file) => file !== notFoundFile).map(pathOfFile);

/** The style sheet of a page. */
export function styleOf(html: string): string {
  return /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
}

/** Paths of the fingerprinted files that a page loads. */
export function assetsOf(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[a-z0-9._/-]+/g))];
}

/** The hash of a file as in its fingerprinted name. */
export function hashInName(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/**
 * Writes a release with a few published pages, whose style sheet and icon, and so policy and asset, depend on its number.
 * @param number number of the release; the same number gives the same bytes
 * @param port port in its nginx.conf
 */
export async function writeSmallRelease(folder: string, number: number, port: number): Promise<void> {
  const published = readHosting();
  const site = new Map<FilePath, Buffer>();
  const read = (file: FilePath) => readFile(path.join(out, 'site', file));

  const icon = Object.keys(published.files).find((pagePath) => /^\/assets\/icon\..*\.svg$/.test(pagePath)) ?? '';
  const newIcon = Buffer.concat([await read(icon), Buffer.from(`<!-- ${number} -->`)]);
  const newIconPath = `/assets/icon.${hashInName(newIcon)}.svg`;
  const rules = new Map<FilePath, PageRules>();
  for (const file of kept) {
    const html = (await read(file)).toString();
    const css = `${styleOf(html)}:root{--release:${number}}`;
    const isEnhanced = policyOf(published.headers, file).includes('script-src');
    rules.set(file, { kind: isEnhanced ? 'enhanced' : 'plain', css });
    const text = html.replace(styleOf(html), () => css).replaceAll(icon, newIconPath);
    site.set(file, Buffer.from(text));
    for (const asset of assetsOf(text)) {
      if (asset !== newIconPath) site.set(asset, await read(asset));
    }
  }
  site.set(newIconPath, newIcon);

  const files = [...site.keys()].filter((file) => file !== notFoundFile);
  const hosting: Hosting = {
    headers: headerRules(rules),
    redirects: {},
    gone: [],
    identifiers: {},
    files: Object.fromEntries(files.map((file) => [pathOfFile(file), file])),
  };
  // nginx derives the ETag of a file from its time, so each release has its own.
  const made = new Date(Date.UTC(2026, 0, 1, 0, 0, number));
  const write = async (file: string, content: string | Buffer) => {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
    await utimes(target, made, made);
  };
  for (const [file, bytes] of site) {
    await write(`site${file}`, bytes);
    if (!isText(file)) continue;
    await write(`site${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }));
    await write(`site${file}.gz`, gzipSync(bytes, { level: 1 }));
  }
  await write('hosting.json', JSON.stringify(hosting));
  await write('nginx.conf', nginxConfiguration(hosting).replaceAll('8080', String(port)));
  await seal(folder);
}
