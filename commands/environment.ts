import path from 'node:path';
import { type Place, readPlace } from '#publish/server/place.ts';

/** The absolute path of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** Today's date in Belgium, YYYY-MM-DD. */
export function today(): string {
  // Swedish dates have the form of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
}

/** Prints a sentence as an error and exits with 1. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The address of `PORT` and `HOST`; exits with a sentence when they are invalid. */
export function chosenPlace(): Place {
  try {
    return readPlace(process.env);
  } catch (error) {
    return stop((error as Error).message);
  }
}

/** The command-line interface of Next.js. */
export const nextCli = path.join(root, 'node_modules/next/dist/bin/next');

/** The environment for Next.js: no telemetry, and a PATH where its workers find the project's own `node`. */
export const nextEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
};
