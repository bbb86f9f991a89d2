/** Runs a step of a long work and prints one line when it is done: its name, what it says of itself, and its time. */
export async function step<T>(
  name: string,
  work: () => Promise<T> | T,
  say?: (result: T) => string,
): Promise<T> {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(12)} ${`${seconds} s`.padStart(7)}  ${say?.(result) ?? ''}`.trimEnd());
  return result;
}
