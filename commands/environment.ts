import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** The day in Belgium, YYYY-MM-DD: what an editor takes for today. */
export function today(): string {
  // Sweden writes its dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
}

/** Where Next.js's command line stands. */
export const nextCli = path.join(root, 'node_modules/next/dist/bin/next');

/**
 * The environment in which Next.js runs: its workers start `node` by name, and must find the project's own;
 * and it tells nobody what we build.
 */
export const nextEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
};
