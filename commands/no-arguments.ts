/**
 * Stops a command that takes neither words nor options when it is given some, before it has done anything: with exit code 2, as
 * every command that is misused.
 * @param usage how it is used, and what else decides what it does
 */
export function takeNoArguments(usage: string): void {
  const asked = process.argv.slice(2);
  if (asked.length === 0) return;
  console.error(`Use: ${usage}. It takes no options, and was given ${asked.join(' ')}.`);
  process.exit(2);
}
