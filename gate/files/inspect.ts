import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Ends a decoder that hangs. */
const timeout = 120_000;

/** Ends a decoder that a small file makes unpack gigabytes, in MiB. */
const memory = 1024;

/**
 * Makes a reader of files from outside. It opens them in a process of its own: a decoder that crashes or hangs is a finding, and cannot
 * stop or take over the gate. Facts about files that have not changed since are remembered: the preview reads the content at each request.
 * @param program path from the project's root; reads a JSON list of absolute paths from standard input and writes the facts about each to
 * standard output
 * @param broken the facts about a file for which the program fails
 * @returns a function from absolute paths to the facts about each file, in the same order
 */
export function inspector<Facts>(program: string, broken: Facts): (files: readonly string[]) => Facts[] {
  const known = new Map<string, Facts>();
  return (files) => {
    const keyed = files.map((file) => [file, keyOf(file)] as const);
    const unknown = keyed.filter(([, key]) => !known.has(key));
    const facts = inspect(
      program,
      unknown.map(([file]) => file),
      broken,
    );
    unknown.forEach(([, key], index) => void known.set(key, facts[index] ?? broken));
    return keyed.map(([, key]) => known.get(key) ?? broken);
  };
}

function keyOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** When the process fails, the files are opened one by one, to find the one that it fails for. */
function inspect<Facts>(program: string, files: readonly string[], broken: Facts): Facts[] {
  if (files.length === 0) return [];
  try {
    const output = execFileSync(
      process.execPath,
      [`--max-old-space-size=${memory}`, path.join(/* turbopackIgnore: true */ process.cwd(), program)],
      // No environment: options of this process are not meant for that one.
      { input: JSON.stringify(files), env: { NODE_ENV: 'production' }, timeout, stdio: ['pipe', 'pipe', 'ignore'] },
    );
    return JSON.parse(output.toString()) as Facts[];
  } catch {
    return files.length === 1 ? [broken] : files.flatMap((file) => inspect(program, [file], broken));
  }
}
