import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hosting } from './hosting.ts';
import { nginxConfiguration } from './nginx.ts';
import { staticHostFiles } from './static-hosts.ts';

/**
 * Writes the rules of the site for each kind of host: `hosting.json`, `nginx.conf` and `static-host/`. The last is outside `site/`,
 * because other servers would send its files as pages; `deploy/static-host` puts the two together.
 */
export async function writeHosts(out: string, hosting: Hosting): Promise<void> {
  await writeFile(path.join(out, 'hosting.json'), `${JSON.stringify(hosting, null, 1)}\n`);
  await writeFile(path.join(out, 'nginx.conf'), nginxConfiguration(hosting));
  const files = staticHostFiles(hosting);
  if (files === null) {
    console.log('  No files for static hosts: the site has more rules than they accept.');
    return;
  }
  const folder = path.join(out, 'static-host');
  await mkdir(folder);
  await writeFile(path.join(folder, '_headers'), files.headers);
  await writeFile(path.join(folder, '_redirects'), files.redirects);
}
