import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** The day in Belgium, YYYY-MM-DD: what an editor takes for today. */
export function today(): string {
  // Sweden writes its dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
}

/**
 * The flags of V8 that `npm run check` names, for other programs that start the content gate. A run of a few seconds ends before the
 * code of V8's last compiler has paid for itself (a seventh of the time), and few texts are dead by the time that a small heap is full
 * (a tenth).
 */
export function flagsOfCheck(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return String(scripts.check)
    .split(' ')
    .filter((word) => word.startsWith('--'));
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
