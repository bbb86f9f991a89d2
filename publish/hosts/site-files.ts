/** Path of a published file below `out/site/`, with a leading slash. */
export type FilePath = string;

/** The file of a page: `/nl/over-ons` is in `/nl/over-ons.html`, `/` in `/index.html`. */
export function fileOfPage(path: string): FilePath {
  return path === '/' ? '/index.html' : `${path}.html`;
}

/** The one path that serves a file: pages lose `.html`, every other file keeps its name. */
export function pathOfFile(file: FilePath): string {
  return file === '/index.html' ? '/' : file.replace(/\.html$/, '');
}

/** The error page. It has no path: it is the body of every error. */
export const notFoundFile: FilePath = '/404.html';

/** Other spellings of a page's path, which redirect to it: with a trailing slash, with `.html`. */
export function spellingsOf(file: FilePath): string[] {
  if (!file.endsWith('.html')) return [];
  return file === '/index.html' ? [file] : [file, `${pathOfFile(file)}/`];
}
