import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrokenSite, open } from './broken-site.ts';

/** Usually long enough for a browser to draw the first part. */
const shortPause = () => pause(300);

/**
 * Serves documents in two parts with a pause between them, like a slow connection. Answers 404 to everything else, fonts included.
 * @param documents HTML by path
 * @param cutOf the length of the first part
 * @param wait the time between the parts
 */
export async function serveInParts(
  documents: ReadonlyMap<string, string>,
  cutOf: (html: string) => number,
  wait: () => Promise<unknown> = shortPause,
): Promise<BrokenSite> {
  const server = createServer(async (request, response) => {
    const html = documents.get(request.url ?? '');
    if (html === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write(html.slice(0, cutOf(html)));
    await wait();
    response.end(html.slice(cutOf(html)));
  });
  return open(server);
}
