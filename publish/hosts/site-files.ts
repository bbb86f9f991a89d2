/** A published file: its place below `out/site/`, with a leading slash. */
export type FilePath = string;

/** The file that holds a page: `/nl/over-ons` is `/nl/over-ons.html`, `/` is `/index.html`. */
export function fileOfPage(path: string): FilePath {
  return path === '/' ? '/index.html' : `${path}.html`;
}

/** The one address that answers with a file: pages lose `.html`, every other file keeps its name. */
export function addressOfFile(file: FilePath): string {
  return file === '/index.html' ? '/' : file.replace(/\.html$/, '');
}

/** The error page. No address of its own: it is the body of every 404. */
export const notFoundFile: FilePath = '/404.html';

/** The methods that a site of finished files answers (RFC 9110, 9.3.1 and 9.3.2). */
export const methods: readonly string[] = ['GET', 'HEAD'];

/** Other spellings of a page's address, which lead to the one that answers: with a slash at the end, with `.html`. */
export function spellingsOf(file: FilePath): string[] {
  if (!file.endsWith('.html')) return [];
  return file === '/index.html' ? [file] : [file, `${addressOfFile(file)}/`];
}
