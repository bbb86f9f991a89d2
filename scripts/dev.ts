import { spawn } from 'node:child_process';
import { nextCli, nextEnvironment, root } from './environment.ts';

/**
 * `npm run dev`: the preview for editors, at http://localhost:3000 (`PORT`, `HOST`). Saving a text or a record shows
 * in the open browser; drafts are visible; a fault in the content is shown instead of the page.
 */

const { PORT = '3000', HOST = 'localhost' } = process.env;

const next = spawn(process.execPath, [nextCli, 'dev', '--port', PORT, '--hostname', HOST], {
  cwd: root,
  stdio: 'inherit',
  env: nextEnvironment,
});
next.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
