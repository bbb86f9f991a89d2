/** How many texts to compress at once. Node.js runs four; every other one holds a compressor in memory while it waits. */
export const concurrency = 8;

/** Runs a step and prints one line when it is done: its name, its duration and a summary of its result. */
export async function step<T>(name: string, work: () => Promise<T> | T, summarise?: (result: T) => string): Promise<T> {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(12)} ${`${seconds} s`.padStart(7)}  ${summarise?.(result) ?? ''}`.trimEnd());
  return result;
}
