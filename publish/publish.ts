import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { securityTxt, securityTxtPath } from '#lib/metadata/security-txt.ts';
import { elementAddress, elementNameAt } from '#lib/site/element-address.ts';
import { type Site, twinOf } from '#lib/site/site.ts';
import { storedSite } from '#lib/site/stored-site.ts';
import { type AdapterOutputs, collect, type Rendered } from './collect.ts';
import { PublishFault } from './fault.ts';
import { kindOf } from './hosts/headers.ts';
import { type Hosting, hostingOf } from './hosts/hosting.ts';
import { isText, typeOf } from './hosts/media-types.ts';
import { nginxConfiguration } from './hosts/nginx.ts';
import { type FilePath, fileOfPage, notFoundFile } from './hosts/site-files.ts';
import { staticHostFiles } from './hosts/static-hosts.ts';
import { finishPages } from './pages/finish-pages.ts';
import { stripPage } from './pages/page.ts';
import { partPrint, printSheet } from './pages/print-style.ts';
import { shortenProperties } from './pages/short-names.ts';
import { wholeStyle } from './pages/whole-style.ts';
import { keepBudgets, type Sent, type WeighedPage, weigh } from './release/budget.ts';
import { type Compress, compressorFor } from './release/compress.ts';
import { type Fingerprinted, fingerprint, fingerprintFolder, renameIn } from './release/fingerprint.ts';
import { seal } from './release/seal.ts';
import { licenceList, listPackages } from './release/supply-chain.ts';
import { recover, swap } from './release/swap.ts';
import type { SearchText } from './search/search-document.ts';
import { searchFolder, searchIndexes } from './search/search-index.ts';
import { step } from './steps.ts';

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
  const site = storedSite(root);
  // npm takes its time on the other core; what it says is not needed before the end.
  const packages = listPackages(root);
  packages.catch(() => {});

  const rendered = await step(
    'collect',
    () => collect(outputs),
    ({ pages }) => `${pages.length} pages rendered`,
  );
  const publicFiles = await readPublicFiles(path.join(root, 'public'));
  const assets = fingerprint(new Map([...publicFiles, ...rendered.files]));
  const finished = await step(
    'finish',
    () => finish(rendered, assets),
    ({ pages }) => `${new Set(pages.map(({ css }) => css)).size} style sheets for ${pages.length} pages`,
  );
  const search = await step(
    'search',
    () => searchFiles(site, finished),
    ({ files }) => `${files.size} files`,
  );
  const files = filesOf(site, finished, assets, search);
  const { pages } = finished;
  const hosting = hostingOf(site, files.keys(), new Map(pages.map((page) => [page.file, page])));

  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  const compressor = compressorFor([...files.keys()].filter(isText).length);
  const written = await step(
    'compress',
    () => writeSite(path.join(next, 'site'), files, compressor.compress),
    ({ length }) => `${length} files`,
  );
  await step('hosts', () => writeHosts(next, hosting, written));
  await step(
    'weigh',
    async () => {
      const report = await weigh(
        pages,
        finished.style,
        hosting.headers,
        sentBy(written, finished.sheets),
        compressor,
      );
      await writeJson(path.join(next, 'report.json'), report);
      keepBudgets(report);
      return report;
    },
    ({ median }) => `${median.firstAnswer} bytes to the first picture of the median page`,
  );
  await step(
    'packages',
    async () => {
      const sbom = await packages;
      await writeJson(path.join(next, 'sbom.cdx.json'), sbom);
      await writeFile(path.join(next, 'licences.txt'), licenceList(sbom));
      return sbom;
    },
    ({ components }) => `${components.length} packages with their licences`,
  );
  await seal(next, new Map(written.map(({ path: file, sha256 }) => [path.join('site', file), sha256])));
  await swap(out, next);
  console.log(`  ${out} is ready: ${rendered.pages.length} pages, ${written.length} files.\n`);
}

/** All pages as they are published, and what they share. */
interface FinishedSite {
  /** The style sheet of the whole site, as screens get it and as paper does. */
  readonly style: string;
  readonly pages: readonly PublishedPage[];
  /** What search reads of each page, by its address. */
  readonly texts: ReadonlyMap<string, SearchText | null>;
  /** The style sheet for paper, by its address. */
  readonly sheets: ReadonlyMap<FilePath, Buffer>;
}

interface PublishedPage extends WeighedPage {
  readonly html: Buffer;
}

/** Finishes all pages and the page for addresses that are none, whose style sheets decide those of the site. */
async function finish(rendered: Rendered, assets: Fingerprinted): Promise<FinishedSite> {
  const modules = new Map(
    [...rendered.files].flatMap(([address, bytes]) => {
      const name = elementNameAt(address);
      return name === null ? [] : [[name, bytes.toString('utf8')] as const];
    }),
  );
  const notFound = { path: notFoundFile.replace('.html', ''), file: rendered.notFound };
  const { styles } = stripPage(await readFile(notFound.file, 'utf8'), notFound.path, [...modules.keys()]);
  const style = shortenProperties(renameIn(wholeStyle(styles, rendered.styles), assets.renamed));
  const { screen, paper } = partPrint(style);
  const sheets = fingerprint(new Map([[printSheet, Buffer.from(paper)]]));
  const renamed = new Map([...assets.renamed, ...sheets.renamed]);
  const finished = finishPages([...rendered.pages, notFound], {
    styles,
    screen,
    paper,
    renamed,
    modules,
  });
  return {
    style,
    pages: finished.map(({ path: address, html, data, css, elements }) => ({
      file: fileOfPage(address),
      html: Buffer.from(html.buffer),
      data,
      css,
      kind: kindOf(elements),
      scripts: elements.map((name) => assets.renamed.get(elementAddress(name)) ?? ''),
    })),
    texts: new Map(finished.map((page) => [page.path, page.text])),
    sheets: sheets.files,
  };
}

/** The search index of each language, in a folder with its hash; nothing when no page searches. */
async function searchFiles(site: Site, { texts }: FinishedSite): Promise<Fingerprinted> {
  const indexes = site.search === null ? [] : await searchIndexes(site, texts);
  const folders = [...indexes].map(([code, files]) => fingerprintFolder(searchFolder({ code }), files));
  return {
    files: new Map(folders.flatMap(({ files }) => [...files])),
    renamed: new Map(folders.flatMap(({ renamed }) => [...renamed])),
  };
}

/** Every file of the site, by its address. */
function filesOf(
  site: Site,
  { pages, sheets }: FinishedSite,
  assets: Fingerprinted,
  search: Fingerprinted,
): ReadonlyMap<FilePath, Buffer> {
  const files = new Map<FilePath, Buffer>([...assets.files, ...sheets, ...search.files]);
  const folders = site.languages.map(searchFolder);
  for (const { file, html } of pages) {
    // Few pages name an index, and a large one has thousands of files.
    const namesIndex = folders.some((folder) => html.includes(folder));
    files.set(file, namesIndex ? Buffer.from(renameIn(html.toString(), search.renamed)) : html);
  }
  const security = securityTxt(site);
  if (security !== null) files.set(securityTxtPath, Buffer.from(security));
  checkFiles(files, site);
  return files;
}

/** What each host is told. */
async function writeHosts(folder: string, hosting: Hosting, written: readonly WrittenFile[]): Promise<void> {
  await writeJson(path.join(folder, 'hosting.json'), hosting);
  await writeFile(path.join(folder, 'nginx.conf'), nginxConfiguration(hosting));
  await writeStaticHost(path.join(folder, 'static-host'), hosting);
  await writeJson(path.join(folder, 'manifest.json'), {
    files: written.map(({ path: file, bytes, sha256, type }) => ({ path: file, bytes, sha256, type })),
  });
}

/** Bytes as sent: of each file, and of what every page fetches. */
function sentBy(written: readonly WrittenFile[], sheets: FinishedSite['sheets']): Sent {
  const sizes = new Map(written.map(({ path: file, bytes }) => [file, bytes]));
  const of = (file: FilePath) => sizes.get(isText(file) ? `${file}.br` : file) ?? 0;
  const sum = (files: readonly FilePath[]) => files.reduce((bytes, file) => bytes + of(file), 0);
  const fonts = [...sizes.keys()].filter((file) => file.endsWith('.woff2'));
  return { of, fonts: sum(fonts), print: sum([...sheets.keys()]) };
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
