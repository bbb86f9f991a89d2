import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** What a fresh clone does not have, and what a build writes. */
const excluded = /^(\.git|\.next|node_modules|out|out\..+|bench-results|reports|screenshots|test-results)$/;

export interface Run {
  readonly code: number | null;
  /** Standard output and standard error. */
  readonly output: string;
}

/** A copy of the project that a test may change. */
export interface ProjectCopy {
  readonly root: string;
  /** Runs a file of the copy with Node, in an environment with only the paths of the caller. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Run>;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Buffer) => void;
  readonly remove: () => void;
}

/**
 * Copies the project.
 * @param name start of the name of the folder around the copy; that folder contains nothing else
 * @param packages whether the copy has its own packages, which a build needs, or shares those of the project, which is faster
 */
export function copyProject(name: string, packages: 'copied' | 'shared' = 'copied'): ProjectCopy {
  const around = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const copy = path.join(around, 'project');
  mkdirSync(copy);
  for (const entry of readdirSync(root).filter((each) => !excluded.test(each))) {
    cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true });
  }
  // Turbopack reads nothing outside the project, so a symbolic link is not enough.
  const [source, target] = [path.join(root, 'node_modules'), path.join(copy, 'node_modules')];
  if (packages === 'copied') linkFolder(source, target);
  else symlinkSync(source, target);
  const at = (file: string) => path.join(copy, file);
  return {
    root: copy,
    // Later commands of a copy load modules faster.
    run: (args, env = {}) => runNode(copy, args, { NODE_COMPILE_CACHE: path.join(around, 'cache'), ...env }),
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, content) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
    },
    remove: () => rmSync(around, { recursive: true, force: true }),
  };
}

export const build = ['commands/build.ts'];

/** `next build` alone, without the gate. */
export const buildWithoutGate = ['node_modules/next/dist/bin/next', 'build'];

/** Copies folders with a hard link for each file, which takes no space; across file systems, with copies. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.name === '.cache') continue;
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** Runs a file with Node in a folder, in an environment with only the paths of the caller. */
export function runNode(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const { PATH = '', HOME = tmpdir(), TMPDIR } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME,
        ...(TMPDIR === undefined ? {} : { TMPDIR }),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        ...env,
      },
    });
    let output = '';
    for (const channel of [child.stdout, child.stderr]) {
      channel.setEncoding('utf8').on('data', (part: string) => {
        output += part;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The hash of every file below a folder, sorted by path; empty when there is no folder. */
export function hashesOf(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Writes a site to `out/`, to check that a failed build leaves it alone. */
export function earlierSite(copy: ProjectCopy): () => Map<string, string> {
  copy.write('out/site/index.html', '<p>The site of yesterday</p>');
  copy.write('out/manifest.json', '{}');
  return () => hashesOf(path.join(copy.root, 'out'));
}
