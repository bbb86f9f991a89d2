import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PublishFault } from '#publish/fault.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { nginxConfiguration } from '#publish/hosts/nginx.ts';
import { out, readHosting, root } from '../published-site.ts';
import { ask } from './client.ts';
import { copySite, hostKinds, nobody, startNginx, testNginx } from './hosts.ts';

const missing = hostKinds.find(({ name }) => name === 'nginx')?.missing ?? null;
const published = readFileSync(path.join(out, 'nginx.conf'), 'utf8');

/** The paths in a configuration. */
function pathsIn(configuration: string): string[] {
  const directives = /^\s*(?:root|alias|pid|include|error_log|\w+_path|load_module|ssl_\w+)\s+([^;\s]+)/gm;
  return [...configuration.matchAll(directives)].map(([, path = '']) => path);
}

function hostingWith(files: Hosting['files']): Hosting {
  return { ...readHosting(), files };
}

describe('nginx.conf', () => {
  it('is the template with the rules of hosting.json, and has no hole left', () => {
    expect(published).toBe(nginxConfiguration(readHosting()));
    expect(published).not.toMatch(/\{\{/);
  });

  it('uses no path outside its own folder', () => {
    expect(pathsIn(published)).not.toEqual([]);
    expect(pathsIn(published).filter((each) => /^[/~$]|\.\./.test(each))).toEqual([]);
    expect(published).not.toContain(root);

    const elsewhere = published.replace('root site;', 'root /srv/site;');
    expect(pathsIn(elsewhere).filter((each) => each.startsWith('/'))).toEqual(['/srv/site']);
  });

  it('limits every wait and every size, and hides the version', () => {
    for (const limit of [
      'client_header_timeout',
      'client_body_timeout',
      'send_timeout',
      'keepalive_timeout',
      'client_max_body_size',
      'large_client_header_buffers',
    ]) {
      expect(published, limit).toMatch(new RegExp(`^\\s*${limit} [1-9]`, 'm'));
    }
    expect(published).toContain('server_tokens off;');
  });

  it.each(['/Licence.txt', '/two words.txt', '/$host.txt', '/a"b.txt', '/café.txt'])(
    'is not written for an address that nginx would read as something else: %s',
    (pagePath) => {
      expect(() => nginxConfiguration(hostingWith({ [pagePath]: pagePath }))).toThrow(PublishFault);
    },
  );
});

describe.skipIf(missing)(`nginx${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('accepts the configuration without a warning', async () => {
    const folder = await copySite(out);
    const { code, output } = await testNginx(folder);
    expect(output).not.toMatch(/\[(warn|alert|crit|error|emerg)\]/);
    expect(code).toBe(0);

    await writeFile(path.join(folder, 'nginx.conf'), published.replace('root site;', 'root site'));
    expect((await testNginx(folder)).code).not.toBe(0);
    await rm(folder, { recursive: true });
  });

  it('runs without privileges', async () => {
    const host = await startNginx(out, { user: nobody });
    expect((await ask(host.port, '/')).status).toBe(200);
    await host.stop();
  });
});
