/** Exits with 2 and the usage when a command that takes no arguments is given any. */
export function assertNoArguments(usage: string): void {
  const given = process.argv.slice(2);
  if (given.length === 0) return;
  console.error(`Use: ${usage}. Unknown: ${given.join(' ')}.`);
  process.exit(2);
}
