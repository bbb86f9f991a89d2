import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { recover } from '#publish/release/swap.ts';
import { listenFault, originOf } from '#publish/server/place.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { assertNoArguments, chosenPlace, root, stop, whenNpmEnds } from './environment.ts';

/** `npm run serve`: serves `out/site` at http://localhost:3000 (`PORT`, `HOST`). */

assertNoArguments('npm run serve, with the environment variables PORT and HOST');

function createServer(out: string): Server {
  if (!existsSync(path.join(out, 'hosting.json'))) stop('There is no built site. Build it: npm run build');
  try {
    return createSiteServer(out);
  } catch {
    return stop('The site in out/ is incomplete. Build it again: npm run build');
  }
}

const place = chosenPlace();
const out = path.join(root, 'out');
recover(out);
const server = createServer(out);
server.on('error', (error) => stop(listenFault(error, place, 'npm run serve')));
server.listen(place.port, place.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : place.port;
  console.log(`The site is at ${originOf({ ...place, port })} – stop with Ctrl+C.`);
});

// Graceful shutdown: stop accepting, drain, then close; connections without a request do not count.
let sending = 0;
let isStopping = false;
const closeWhenDrained = () => {
  if (isStopping && sending === 0) server.closeAllConnections();
};
server.on('request', (_request, response) => {
  sending += 1;
  response.once('close', () => {
    sending -= 1;
    closeWhenDrained();
  });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isStopping = true;
    server.close(() => process.exit(0));
    closeWhenDrained();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
whenNpmEnds(() => process.kill(process.pid, 'SIGTERM'));
