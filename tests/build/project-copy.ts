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

/** What a fresh clone does not have, and what a build makes. */
const leftOut = /^(\.git|\.next|node_modules|out|out\..+|reports|screenshots|test-results)$/;

export interface Run {
  readonly code: number | null;
  /** What it said, on both channels. */
  readonly output: string;
}

/** A copy of the project in a folder of its own, in which a test may change anything. */
export interface ProjectCopy {
  readonly root: string;
  /** Runs a file of the copy with Node, in an environment that holds nothing of the caller but its paths. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Run>;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  readonly remove: () => void;
}

/**
 * @param name start of the name of the folder around the copy; nothing else stands in that folder
 * @param packages whether the copy has packages of its own, as a build needs, or looks at those of the project, which is sooner done
 */
export function copyProject(name: string, packages: 'copied' | 'shared' = 'copied'): ProjectCopy {
  const around = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const copy = path.join(around, 'project');
  mkdirSync(copy);
  for (const entry of readdirSync(root).filter((each) => !leftOut.test(each))) {
    cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true });
  }
  // Turbopack reads nothing outside the project, so a link to the folder is not enough.
  const [source, target] = [path.join(root, 'node_modules'), path.join(copy, 'node_modules')];
  if (packages === 'copied') linkFolder(source, target);
  else symlinkSync(source, target);
  const at = (file: string) => path.join(copy, file);
  return {
    root: copy,
    run: (args, env = {}) => runNode(copy, args, env),
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    remove: () => rmSync(around, { recursive: true, force: true }),
  };
}

export const build = ['commands/build.ts'];

/** `next build` alone: what happens to content when nobody asked the gate. */
export const buildWithoutGate = ['node_modules/next/dist/bin/next', 'build'];

/** The same folders with the same files, each file a hard link: no time, no space. Across file systems, real copies. */
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

function runNode(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
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

/** Every file below a folder with a hash of its bytes, sorted; empty when there is no folder. */
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

/** Puts a finished site in the place of `out/`, to see whether a build that fails leaves it alone. */
export function earlierSite(copy: ProjectCopy): () => Map<string, string> {
  copy.write('out/site/index.html', '<p>The site of yesterday</p>');
  copy.write('out/manifest.json', '{}');
  return () => hashesOf(path.join(copy.root, 'out'));
}
