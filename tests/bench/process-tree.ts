import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program cost, with every process that it started. */
export interface Cost {
  /** From its start to its end, as one waits for it. */
  readonly seconds: number;
  /** The work of all cores: what else the machine does changes it little. */
  readonly cpuSeconds: number;
  /**
   * The most memory that all processes held at one moment, in bytes: the sum of their proportional sets (Linux, proc(5): what several
   * processes share, such as the program itself, is counted once), seen four times each second.
   */
  readonly peakBytes: number;
}

/** Of the system, for figures in /proc: every Linux that Node.js runs on has this one. */
const ticksEachSecond = 100;

/**
 * Runs a program to its end and measures it.
 * @throws Error with the end of what it said when it fails
 */
export async function measure(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const channel of [child.stdout, child.stderr]) {
    channel.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-10_000);
    });
  }
  const ticks = new Map<number, number>();
  let peakBytes = 0;
  const look = setInterval(() => {
    const tree = treeOf(child.pid ?? 0);
    for (const each of tree) ticks.set(each.id, each.ticks);
    peakBytes = Math.max(
      peakBytes,
      tree.reduce((sum, { id }) => sum + proportionalSet(id), 0),
    );
  }, 250);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(look);
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ends with ${code}:\n${said}`);
  const allTicks = [...ticks.values()].reduce((sum, each) => sum + each, 0);
  return {
    seconds: (performance.now() - started) / 1e3,
    cpuSeconds: allTicks / ticksEachSecond,
    peakBytes,
  };
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
}

/** A process and all below it, as they are now. */
function treeOf(id: number): Process[] {
  const byParent = Map.groupBy(
    readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : [])),
    ({ parent }) => parent,
  );
  const below = (parent: number): Process[] =>
    (byParent.get(parent) ?? []).flatMap((each) => [each, ...below(each.id)]);
  return [...processOf(id), ...below(id)];
}

/** Bytes; 0 when the process has ended meanwhile. */
function proportionalSet(id: number): number {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** What proc(5) says of a process; nothing when it has ended meanwhile. */
function processOf(id: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything; fields are counted from its end: the first is number 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    return [{ id, parent: field(4), ticks: field(14) + field(15) }];
  } catch {
    return [];
  }
}
