import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allDocuments, documentPath } from '#lib/documents/documents.ts';
import { securityTxt, securityTxtPath } from '#lib/metadata/security-txt.ts';
import { markdownPath } from '#lib/site/markdown.ts';
import { isText, mediaTypeOf } from '#lib/site/media-types.ts';
import { type Site, twinOf } from '#lib/site/site.ts';
import { storedSite } from '#lib/site/stored-site.ts';
import { cardFiles } from './cards/card-files.ts';
import { type AdapterOutputs, collect, readPublicFiles } from './collect.ts';
import { PublishFault } from './fault.ts';
import { newsFeeds } from './feeds/news-feeds.ts';
import { type Hosting, hostingOf } from './hosts/hosting.ts';
import { nginxConfiguration } from './hosts/nginx.ts';
import { type FilePath, fileOfPage } from './hosts/site-files.ts';
import { staticHostFiles } from './hosts/static-hosts.ts';
import { iconFiles } from './icons/icon-files.ts';
import { type FinishedSite, finishSite } from './pages/finish-site.ts';
import { type Compressor, compressorFor } from './release/compress.ts';
import { type Fingerprinted, fingerprint, renameIn } from './release/fingerprint.ts';
import { releaseData, releaseDataPath } from './release/release-data.ts';
import { seal } from './release/seal.ts';
import { licenceList, listPackages } from './release/supply-chain.ts';
import { recover, swap } from './release/swap.ts';
import { type Report, weigh } from './release/weight.ts';
import { type WrittenFile, writeSite } from './release/write-site.ts';
import { searchFiles } from './search/search-files.ts';
import { step } from './steps.ts';

/**
 * Turns a finished build into `out/`. The new release is written beside the old one and replaces it at the end, so a fault leaves
 * the old one intact.
 * @param outputs what Next.js rendered
 * @throws PublishFault when something may not be published
 */
export async function publish(outputs: AdapterOutputs, root: string): Promise<void> {
  const out = path.join(root, 'out');
  console.log('\nPublishing');
  recover(out);
  const site = storedSite(root);
  // npm runs beside the other steps. A failure is reported when its result is needed.
  const packages = listPackages(root);
  packages.catch(() => {});

  const rendered = await step(
    'collect',
    () => collect(outputs),
    ({ pages }) => `${pages.length} pages rendered`,
  );
  const publicFiles = await readPublicFiles(path.join(root, 'public'));
  const cards = await step(
    'cards',
    () => cardFiles(site, root),
    ({ size }) => `${size} preview cards`,
  );
  const icons = await iconFiles(publicFiles.get('/icon.svg')?.toString() ?? '');
  const assets = fingerprint(new Map([...publicFiles, ...rendered.files, ...cards, ...icons]));
  const finished = await step(
    'finish',
    () => finishSite(rendered, assets, site),
    ({ pages }) => `${new Set(pages.map(({ css }) => css)).size} style sheets for ${pages.length} pages`,
  );
  const search = await step(
    'search',
    () => fingerprint(searchFiles(site, new Map(finished.pages.map(({ path, text }) => [path, text])))),
    ({ files }) => `${files.size} files`,
  );
  const files = new Map([...filesOf(site, finished, assets, search), ...(await documentsOf(site, root))]);
  files.set(releaseDataPath, await releaseData(site, files, root));
  checkFiles(files, site);

  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  const written = await writeRelease(next, site, finished, files);
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
  await seal(next, new Map(written.map(({ path: file, sha256 }) => [`site${file}`, sha256])));
  await swap(out, next);
  console.log(`  ${out} is ready: ${rendered.pages.length} pages, ${written.length} files.\n`);
}

function filesOf(
  site: Site,
  { pages }: FinishedSite,
  assets: Fingerprinted,
  search: Fingerprinted,
): Map<FilePath, Buffer> {
  const files = new Map<FilePath, Buffer>([...assets.files, ...search.files]);
  const searched = [...search.renamed.keys()];
  for (const { path: pagePath, file, html, markdown } of pages) {
    if (markdown !== null) files.set(markdownPath(pagePath), Buffer.from(markdown));
    const isSearchPage = searched.some((dataPath) => html.includes(dataPath));
    files.set(file, isSearchPage ? Buffer.from(renameIn(html.toString(), search.renamed)) : html);
  }
  const feeds = newsFeeds(site, new Map(pages.map(({ path, inFeed }) => [path, inFeed])));
  for (const [file, feed] of feeds) files.set(file, feed);
  const security = securityTxt(site);
  if (security !== null) files.set(securityTxtPath, Buffer.from(security));
  return files;
}

/** The documents of the site as they are, by their address. The gate has read each of them. */
async function documentsOf(site: Site, root: string): Promise<[FilePath, Buffer][]> {
  const read = allDocuments(site).map(async (document): Promise<[FilePath, Buffer]> => {
    return [documentPath(document), await readFile(path.join(root, document.file))];
  });
  return Promise.all(read);
}

function checkFiles(files: ReadonlyMap<FilePath, Buffer>, site: Site): void {
  for (const page of site.pages) {
    for (const { code } of site.languages) {
      const { path: pagePath } = twinOf(page, code);
      if (!files.has(fileOfPage(pagePath))) throw new PublishFault(`the page ${pagePath} was not rendered.`);
    }
  }
  for (const file of files.keys()) {
    if (mediaTypeOf(file) === null) {
      throw new PublishFault(`${file} has no media type. Add its extension to lib/site/media-types.ts.`);
    }
  }
}

async function writeRelease(
  folder: string,
  site: Site,
  finished: FinishedSite,
  files: ReadonlyMap<FilePath, Buffer>,
): Promise<WrittenFile[]> {
  const compressor = compressorFor([...files.keys()].filter(isText).length);
  const written = await step(
    'compress',
    () => writeSite(path.join(folder, 'site'), files, compressor),
    ({ length }) => `${length} files`,
  );
  await writeJson(path.join(folder, 'manifest.json'), { day: site.day, files: written });
  const hosting = hostingOf(site, files.keys(), new Map(finished.pages.map((page) => [page.file, page])));
  await step('hosts', () => writeHosts(folder, hosting));
  const report = await step(
    'weigh',
    () => weighSite(finished, hosting, written, compressor),
    ({ median }) => `${median.firstAnswer} bytes to the first paint of the median page`,
  );
  await writeJson(path.join(folder, 'report.json'), report);
  return written;
}

function weighSite(
  { pages, css }: FinishedSite,
  { headers }: Hosting,
  written: readonly WrittenFile[],
  { lengthOf }: Compressor,
): Promise<Report> {
  const sizes = new Map(written.map(({ path: file, bytes }) => [file, bytes]));
  const sent = (file: FilePath) => sizes.get(isText(file) ? `${file}.br` : file) ?? 0;
  const fonts = [...sizes.keys()].filter((file) => file.endsWith('.woff2'));
  return weigh(pages, css, { headers, sent, fonts: fonts.reduce((bytes, file) => bytes + sent(file), 0), lengthOf });
}

/** Writes the rules for each kind of host; those of static hosts outside `site/`, because other servers would send them as pages. */
async function writeHosts(out: string, hosting: Hosting): Promise<void> {
  await writeJson(path.join(out, 'hosting.json'), hosting);
  await writeFile(path.join(out, 'nginx.conf'), nginxConfiguration(hosting));
  const files = staticHostFiles(hosting);
  if (files === null) return console.log('  No files for static hosts: the site has more rules than they accept.');
  await mkdir(path.join(out, 'static-host'));
  await writeFile(path.join(out, 'static-host/_headers'), files.headers);
  await writeFile(path.join(out, 'static-host/_redirects'), files.redirects);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}
