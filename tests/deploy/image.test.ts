import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { ask } from '../http/client.ts';
import { ended, freePort, nobody, untilOpen } from '../http/hosts.ts';
import { root } from '../published-site.ts';
import { missing, nginx } from './plain-server.ts';
import { assetsOf, writeSmallRelease } from './small-release.ts';

const text = readFileSync(path.join(root, 'deploy/Dockerfile'), 'utf8');

describe('deploy/Dockerfile', () => {
  const settings = { instructionWorkdirRelative: ValidationSeverity.ERROR };

  it('is valid', () => {
    expect(validate(text, settings)).toEqual([]);
    expect(validate(text.replace('EXPOSE 8080', 'EXPOSE many'), settings)).toHaveLength(1);
  });

  it('makes an image without Node, whose process is not root', () => {
    expect(text.match(/^USER .*$/gm)).toEqual(['USER 33:33']);
    expect(text.replace(/^#.*$/gm, '')).not.toMatch(/node|npm|package\.json/i);
  });

  it('copies exactly what its .dockerignore includes', () => {
    const ignored = readFileSync(path.join(root, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n');
    const included = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(ignored).toContain('*');
    expect(included).toEqual([...text.matchAll(/^COPY (out\S*) /gm)].map(([, from]) => from));
  });

  it.skipIf(missing)('runs nginx without privileges and writes only to /run/site', async () => {
    const machine = mkdtempSync(path.join(tmpdir(), 'image-'));
    chmodSync(machine, 0o755);
    const here = (command: string) => command.replaceAll(/\/(srv|run)\//g, `${machine}/$1/`);
    const port = await freePort();
    await writeSmallRelease(`${machine}/out`, 1, port);
    mkdirSync(`${machine}/srv`);
    cpSync(`${machine}/out/site`, `${machine}/srv/site`, { recursive: true });
    cpSync(`${machine}/out/nginx.conf`, `${machine}/srv/nginx.conf`);
    mkdirSync(`${machine}/run/site`, { recursive: true });
    if (nobody !== null) chownSync(`${machine}/run/site`, nobody, nobody);

    const [, sed = ''] = /^RUN (sed .*)$/m.exec(text) ?? [];
    execFileSync('sh', ['-c', here(sed)]);
    const [, command = '[]'] = /^CMD (.*)$/m.exec(text) ?? [];
    const [program, ...args]: string[] = JSON.parse(command);
    expect(program).toBe('nginx');
    const child = spawn(nginx ?? '', args.map(here), {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(nobody === null ? {} : { uid: nobody, gid: nobody }),
    });
    let output = '';
    child.stderr.on('data', (chunk) => (output += chunk));
    try {
      await untilOpen(port, child, () => output);
      const page = await ask(port, '/');
      expect(page.status).toBe(200);
      for (const asset of assetsOf(page.body.toString())) {
        expect((await ask(port, asset)).status, asset).toBe(200);
      }
    } finally {
      await ended(child, 'SIGQUIT');
      rmSync(machine, { recursive: true });
    }
  });
});
