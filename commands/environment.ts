import path from 'node:path';
import { siteDay } from '#gate/finding/days.ts';
import { type Place, readPlace } from '#publish/server/place.ts';

/** The absolute path of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** The day of the build, YYYY-MM-DD: `SITE_DAY`, or today in Belgium; exits with a message when `SITE_DAY` is not a day. */
export function today(): string {
  try {
    return siteDay(process.env);
  } catch (error) {
    return stop((error as Error).message);
  }
}

/** Prints an error message and exits with 1. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Exits with a message when the path of the project contains `#`, which Tailwind CSS takes for the start of a URL fragment. */
export function assertBuildableFolder(): void {
  if (root.includes('#'))
    stop(`The folder of the project has a # in its name, and no build works there. Rename it: ${root}`);
}

/** The address of `PORT` and `HOST`; exits with a message when they are invalid. */
export function chosenPlace(): Place {
  try {
    return readPlace(process.env);
  } catch (error) {
    return stop((error as Error).message);
  }
}

/** Calls a function when npm, which started this process, has ended: a signal ends npm alone and leaves this process behind. */
export function whenNpmEnds(stopNow: () => void): void {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && stopNow(), 500).unref();
}

/** The command-line interface of Next.js. */
export const nextCli = path.join(root, 'node_modules/next/dist/bin/next');

/** The environment for Next.js: no telemetry, and a PATH where its workers find the project's own `node`. */
export const nextEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
};

/** Exits with 2 and the usage when a command that takes no arguments is given any. */
export function assertNoArguments(usage: string): void {
  const given = process.argv.slice(2);
  if (given.length === 0) return;
  console.error(`Use: ${usage}. Unknown: ${given.join(' ')}.`);
  process.exit(2);
}
