import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../http/client.ts';
import { ended, freePort, nobody, untilOpen } from '../http/hosts.ts';
import { root } from '../published-site.ts';
import { missing, nginx } from './plain-server.ts';
import { assetsOf, writeSmallRelease } from './small-release.ts';

const text = readFileSync(path.join(root, 'deploy/Dockerfile'), 'utf8');
const dockerfile = DockerfileParser.parse(text);

/** The instructions of the last stage: what is in the image. */
function instructionsOfImage(): Instruction[] {
  const all = dockerfile.getInstructions();
  const start = all.findLastIndex((each) => each.getKeyword() === 'FROM');
  return all.slice(start + 1);
}

const argumentsOf = (keyword: string) =>
  instructionsOfImage()
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArguments().map((argument) => argument.getValue()));

describe('the Dockerfile', () => {
  const settings = { instructionWorkdirRelative: ValidationSeverity.ERROR };

  it('has no fault that a builder would complain of', () => {
    expect(validate(text, settings)).toEqual([]);
    expect(validate(text.replace('EXPOSE 8080', 'EXPOSE many'), settings)).toHaveLength(1);
  });

  it('makes an image without Node, whose process is not root', () => {
    expect(argumentsOf('USER')).toEqual([['33:33']]);
    const packages = dockerfile
      .getInstructions()
      .filter((each) => ['FROM', 'RUN'].includes(each.getKeyword()));
    expect(packages.map(String).join('\n')).not.toMatch(/\b(node|npm)/);
    expect(argumentsOf('COPY').flat().join(' ')).not.toMatch(/node_modules|package/);
  });

  it('is given no more than it copies', () => {
    const ignored = readFileSync(path.join(root, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n');
    const given = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = argumentsOf('COPY').flatMap(([from = '']) => (from.startsWith('out/') ? [from] : []));
    expect(ignored).toContain('*');
    expect(given).toEqual(copied);
  });
});

describe.skipIf(missing)(`the image${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let machine: string;
  let build: string;
  let port: number;

  /** Where a path of the image lies here. */
  const here = (text: string) =>
    text.replaceAll('/srv', `${machine}/srv`).replaceAll('/run/site', `${machine}/run/site`);

  beforeEach(async () => {
    machine = mkdtempSync(path.join(tmpdir(), 'image-'));
    chmodSync(machine, 0o755);
    build = mkdtempSync(path.join(tmpdir(), 'build-'));
    port = await freePort();
    await writeSmallRelease(path.join(build, 'out'), 1, port);
  });
  afterEach(() => {
    rmSync(machine, { recursive: true });
    rmSync(build, { recursive: true });
  });

  /** Does what a builder would do with the last stage, in a folder; packages are on this machine already. */
  function makeImage(previous: string): void {
    for (const instruction of instructionsOfImage()) {
      const values = instruction.getArguments().map((argument) => argument.getValue());
      if (instruction.getKeyword() === 'COPY') {
        const [from = '', to = ''] = values;
        const isFromPrevious = instruction.toString().includes('--from=previous');
        const source = isFromPrevious ? path.join(previous, from) : path.join(build, from);
        if (existsSync(source)) cpSync(source, here(to), { recursive: true });
      } else if (instruction.getKeyword() === 'RUN') {
        const steps = instruction.getArgumentsContent() ?? '';
        for (const command of steps.split('&&').map((each) => each.replaceAll('\\\n', ' ').trim())) {
          if (/^apt-get |^rm -rf \/var|^chown /.test(command)) continue;
          expect(spawnSync('sh', ['-c', here(command)]).status, command).toBe(0);
        }
      }
    }
    if (nobody !== null) chownSync(path.join(machine, 'run/site'), nobody, nobody);
  }

  it('serves the site as a user without rights, writes only to /run/site, and still has the files of the image before', async () => {
    const previous = mkdtempSync(path.join(tmpdir(), 'previous-'));
    const old = '/assets/icon.0123456789.svg';
    mkdirSync(path.join(previous, 'srv/site/assets'), { recursive: true });
    writeFileSync(path.join(previous, 'srv/site', old), '<svg/>');
    makeImage(previous);

    const [program, ...args] = argumentsOf('CMD')
      .flat()
      .map((each) => here(JSON.parse(each.replace(/,$|[[\]]/g, ''))));
    expect(program).toBe('nginx');
    const child = spawn(nginx ?? '', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(nobody === null ? {} : { uid: nobody, gid: nobody }),
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    await untilOpen(port, child, () => said);
    try {
      const page = await ask(port, '/');
      expect(page.status).toBe(200);
      for (const asset of [old, ...assetsOf(page.body.toString())]) {
        expect((await ask(port, asset)).status, asset).toBe(200);
      }
      expect((await ask(port, '/bestaat-niet')).status).toBe(404);
    } finally {
      await ended(child, 'SIGQUIT');
      rmSync(previous, { recursive: true });
    }
  });
});
