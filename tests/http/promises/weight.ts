import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '#publish/release/weight.ts';
import { type Answer, ask } from '../client.ts';
import { Faults, type HostPromise } from './promise.ts';

export const weighsWhatIsReported: HostPromise = {
  name: 'sends no more bytes for a first answer than report.json lists',
  async faults(host) {
    const faults = new Faults();
    const report = JSON.parse(readFileSync(path.join(host.out, 'report.json'), 'utf8')) as Report;
    faults.that('report.json lists no page', report.pages.length > 0);
    for (const page of report.pages.filter(({ path: pagePath }) => pagePath !== '/404')) {
      const headers = { 'Accept-Encoding': 'br', Connection: 'keep-alive' };
      const answer = await ask(host.port, page.path, { headers });
      faults.equal(`${page.path}: bytes of the document`, answer.body.length, page.document);
      const bytes = headBytes(answer);
      faults.that(
        `${page.path}: ${bytes} bytes of headers, reported ${page.headers}`,
        bytes <= page.headers && bytes > page.headers - allowance,
      );
    }
    return faults.found;
  },
};

/** How many bytes of headers a host may send less than reported: the report counts every header that some host adds. */
const allowance = 100;

/** Bytes of the status line and headers over HTTP/1.1, without `Keep-Alive`, which HTTP/2 does not have. */
function headBytes({ headers }: Answer): number {
  const lines = Object.entries(headers)
    .filter(([name]) => name !== 'keep-alive')
    .map(([name, value]) => `${name}: ${value}`);
  return ['HTTP/1.1 200 OK', ...lines].reduce((sum, line) => sum + line.length + 2, 2);
}
