import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { PictureFacts } from './facts.ts';

const program = 'gate/pictures/inspect-pictures.ts';

/** Ends a decoder that hangs. */
const timeout = 120_000;

/** The facts about files that have not changed since, by path, size and time. The preview reads the content at each request. */
const known = new Map<string, PictureFacts>();

/**
 * Opens pictures in a process of their own: a decoder that crashes or hangs is a finding, and cannot stop or take over the gate.
 * @param files absolute paths
 * @returns the facts about each file, in the same order
 */
export function readPictures(files: readonly string[]): PictureFacts[] {
  const keyed = files.map((file) => [file, keyOf(file)] as const);
  const unknown = keyed.filter(([, key]) => !known.has(key));
  const facts = inspect(unknown.map(([file]) => file));
  unknown.forEach(([, key], index) => void known.set(key, facts[index] ?? { kind: 'broken' }));
  return keyed.map(([, key]) => known.get(key) ?? { kind: 'broken' });
}

function keyOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** When the process fails, the files are opened one by one, to find the one that it fails for. */
function inspect(files: readonly string[]): PictureFacts[] {
  if (files.length === 0) return [];
  try {
    const output = execFileSync(
      process.execPath,
      [path.join(/* turbopackIgnore: true */ process.cwd(), program)],
      // No environment: options of this process are not meant for that one.
      {
        input: JSON.stringify(files),
        env: { NODE_ENV: 'production' },
        timeout,
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    return JSON.parse(output.toString()) as PictureFacts[];
  } catch {
    return files.length === 1 ? [{ kind: 'broken' }] : files.flatMap((file) => inspect([file]));
  }
}
