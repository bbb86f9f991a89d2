import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Site, twinOf } from '../lib/content/site.ts';
import { elementAddress, elementNameAt } from '../lib/elements/address.ts';
import { siteToPublish } from '../lib/kept-site.ts';
import { securityTxt, securityTxtPath } from '../lib/security-txt.ts';
import { type AdapterOutputs, collect } from './collect.ts';
import { type Compress, CompressionCache, compressorFor } from './compress.ts';
import { PublishFault } from './fault.ts';
import { fingerprint, fingerprintFolder, renameIn } from './fingerprint.ts';
import { kindOf } from './headers.ts';
import { type Hosting, hostingOf } from './hosting.ts';
import { nginxConfiguration } from './nginx.ts';
import { finishPage, stripPage } from './page.ts';
import { contentOf } from './page-content.ts';
import { pageStyles } from './page-style.ts';
import { partPrint, printSheet } from './print-style.ts';
import { keepBudgets, weigh } from './report.ts';
import { seal } from './seal.ts';
import { searchFolder, searchIndex } from './search-index.ts';
import { shortenProperties } from './short-names.ts';
import { type FilePath, fileOfPage, notFoundFile } from './site-files.ts';
import { staticHostFiles } from './static-hosts.ts';
import { step } from './steps.ts';
import { licenceList, listPackages } from './supply-chain.ts';
import { recover, swap } from './swap.ts';
import { isText, typeOf } from './types.ts';

/**
 * Turns a finished build into `out/`. The new site is written beside the old one and takes its place at the end,
 * so a fault leaves the old one whole.
 */
export async function publish({
  outputs,
  root,
  out,
}: {
  outputs: AdapterOutputs;
  root: string;
  out: string;
}): Promise<void> {
  console.log('\nPublishing');
  recover(out);
  const { site } = siteToPublish(root);
  if (!site) throw new PublishFault('the content has findings; `npm run check` shows them.');

  const rendered = await step(
    'collect',
    () => collect(outputs),
    ({ pages }) => `${pages.length} pages`,
  );
  const publicFiles = await readPublicFiles(path.join(root, 'public'));
  const assets = fingerprint(new Map([...publicFiles, ...rendered.files]));

  const elements = [...rendered.files.keys()].flatMap((address) => elementNameAt(address) ?? []);
  const { style, pages, trees, sheets } = await step(
    'strip',
    () => {
      const stripped = [
        ...rendered.pages,
        { path: notFoundFile.replace('.html', ''), html: rendered.notFound },
      ].map((page) => ({ path: page.path, ...stripPage(page.html, page.path, elements) }));
      const whole = shortenProperties(renameIn(wholeStyleSheet(stripped, rendered.styles), assets.renamed));
      const { screen, paper } = partPrint(whole);
      const sheets = fingerprint(new Map([[printSheet, Buffer.from(paper)]]));
      const renamed = new Map([...assets.renamed, ...sheets.renamed]);
      const styleOf = pageStyles(screen, paper);
      const moduleOf = (name: string) => rendered.files.get(elementAddress(name))?.toString('utf8') ?? '';
      return {
        style: whole,
        pages: stripped.map((page) => {
          const css = styleOf(contentOf(page.tree, page.elements.map(moduleOf)));
          return {
            file: fileOfPage(page.path),
            html: renameIn(finishPage(page, css), renamed),
            css,
            kind: kindOf(page.elements),
            scripts: page.elements.map((name) => assets.renamed.get(elementAddress(name)) ?? ''),
          };
        }),
        trees: new Map(stripped.map((page) => [page.path, page.tree])),
        sheets: sheets.files,
      };
    },
    ({ pages: { length }, pages: finished }) =>
      `${new Set(finished.map(({ css }) => css)).size} style sheets for ${length} pages`,
  );

  const search = fingerprintFolder(
    searchFolder,
    await step(
      'search',
      () => (site.search === null ? new Map() : searchIndex(site, trees)),
      ({ size }) => `${size} files`,
    ),
  );

  const files = new Map<FilePath, Buffer>([...assets.files, ...sheets, ...search.files]);
  for (const { file, html } of pages) files.set(file, Buffer.from(renameIn(html, search.renamed)));
  const security = securityTxt(site);
  if (security !== null) files.set(securityTxtPath, Buffer.from(security));
  checkFiles(files, site);

  const hosting = hostingOf(site, files.keys(), new Map(pages.map((page) => [page.file, page])));

  const next = `${out}.next`;
  const cache = new CompressionCache(
    path.join(root, '.next/cache/compressed'),
    compressorFor([...files.keys()].filter(isText).length),
  );
  await rm(next, { recursive: true, force: true });
  const written = await step(
    'compress',
    () => writeSite(path.join(next, 'site'), files, cache.compress),
    ({ length }) => `${length} files, ${cache.reused} of them compressed before`,
  );
  await step('hosts', async () => {
    await writeJson(path.join(next, 'hosting.json'), hosting);
    await writeFile(path.join(next, 'nginx.conf'), nginxConfiguration(hosting));
    await writeStaticHost(path.join(next, 'static-host'), hosting);
    await writeJson(path.join(next, 'manifest.json'), {
      files: written.map(({ path: file, bytes, sha256, type }) => ({ path: file, bytes, sha256, type })),
    });
  });
  await step(
    'weigh',
    async () => {
      const sizes = new Map(written.map(({ path: file, bytes }) => [file, bytes]));
      const sent = (file: FilePath) => sizes.get(isText(file) ? `${file}.br` : file) ?? 0;
      const fonts = [...sizes.keys()].filter((file) => file.endsWith('.woff2'));
      const sum = (some: readonly FilePath[]) => some.reduce((bytes, file) => bytes + sent(file), 0);
      const shared = { fonts: sum(fonts), print: sum([...sheets.keys()]) };
      const report = await weigh(pages, style, hosting.headers, shared, sent, cache.compress);
      await writeJson(path.join(next, 'report.json'), report);
      keepBudgets(report);
      return report;
    },
    ({ median }) => `${median.firstAnswer} bytes to the first picture of the median page`,
  );
  await step(
    'packages',
    async () => {
      const sbom = await listPackages(root);
      await writeJson(path.join(next, 'sbom.cdx.json'), sbom);
      await writeFile(path.join(next, 'licences.txt'), licenceList(sbom));
      return sbom;
    },
    ({ components }) => `${components.length} packages with their licences`,
  );
  await seal(next);
  await swap(out, next);
  await cache.prune();
  console.log(`  ${out} is ready: ${rendered.pages.length} pages, ${written.length} files.\n`);
}

/** All pages are cut from one style sheet; with two, the order of their rules could change. */
function wholeStyleSheet(
  pages: readonly { path: string; styles: readonly string[] }[],
  styles: ReadonlyMap<string, string>,
): string {
  const asked = new Set(pages.map((page) => page.styles.join(' ')));
  const [only = ''] = asked;
  if (asked.size !== 1)
    throw new PublishFault(`pages ask for different style sheets: ${[...asked].join(' | ')}.`);
  return only
    .split(' ')
    .map((address) => {
      const css = styles.get(address);
      if (css === undefined) throw new PublishFault(`the style sheet ${address} was not built.`);
      return css;
    })
    .join('')
    .replace(/\/\*[#!]?[\s\S]*?\*\//g, '')
    .trim();
}

/** Every page of the registry is there, and every file has a type that hosts know. */
function checkFiles(files: ReadonlyMap<FilePath, Buffer>, site: Site): void {
  for (const page of site.pages) {
    for (const { code } of site.languages) {
      const { path: address } = twinOf(page, code);
      if (!files.has(fileOfPage(address))) throw new PublishFault(`the page ${address} was not rendered.`);
    }
  }
  for (const file of files.keys()) {
    if (typeOf(file) === null) throw new PublishFault(`${file} has a type that the site does not publish.`);
  }
}

async function readPublicFiles(folder: string): Promise<Map<FilePath, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [`/${name}`, await readFile(path.join(folder, name))] as const),
    ),
  );
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
}

/** Writes every file, and the two compressed forms of each text beside it. Both cores work: compression runs in threads. */
async function writeSite(
  folder: string,
  files: ReadonlyMap<FilePath, Buffer>,
  compress: Compress,
): Promise<WrittenFile[]> {
  const written = await Promise.all(
    [...files].map(async ([file, bytes]) => {
      const forms: [string, Buffer][] = [[file, bytes]];
      if (isText(file)) {
        const { br, gz } = await compress(bytes);
        forms.push([`${file}.br`, br], [`${file}.gz`, gz]);
      }
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      return Promise.all(
        forms.map(async ([name, content]) => {
          await writeFile(path.join(folder, name), content);
          const sha256 = createHash('sha256').update(content).digest('hex');
          return { path: name, bytes: content.length, sha256, type: typeOf(file) ?? '' };
        }),
      );
    }),
  );
  return written.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Apart from the site, because a server would send these files as pages. `deploy/static-host` puts the two together. */
async function writeStaticHost(folder: string, hosting: Hosting): Promise<void> {
  const files = staticHostFiles(hosting);
  if (files === null) {
    console.log('  No files for static hosts: the site has more rules than they take.');
    return;
  }
  await mkdir(folder);
  await writeFile(path.join(folder, '_headers'), files.headers);
  await writeFile(path.join(folder, '_redirects'), files.redirects);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}
