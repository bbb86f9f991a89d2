import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { recover } from '#publish/release/swap.ts';
import { listenFault, readPlace } from '#publish/server/place.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { assertNoArguments } from './no-arguments.ts';

/** `npm run serve`: serves `out/site` at http://localhost:3000 (`PORT`, `HOST`). */

assertNoArguments('npm run serve, with the environment variables PORT and HOST');

const out = path.resolve(import.meta.dirname, '../out');
const place = choosePlace();
recover(out);

function choosePlace() {
  try {
    return readPlace(process.env);
  } catch (error) {
    return stop((error as Error).message);
  }
}

function startServer(): Server {
  try {
    return createSiteServer(out);
  } catch {
    return stop('The site in out/ is incomplete. Build it again: npm run build');
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!existsSync(path.join(out, 'hosting.json'))) stop('There is no built site. Build it: npm run build');

const server = startServer();

server.on('error', (error) => stop(listenFault(error, place, 'npm run serve')));

server.listen(place.port, place.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : place.port;
  console.log(`The site is at http://${place.host}:${port} – stop with Ctrl+C.`);
});

// Graceful shutdown: stop accepting, drain, then close after five seconds.
let sending = 0;
let isStopping = false;
const closeWhenDone = () => {
  if (isStopping && sending === 0) server.closeAllConnections();
};
server.on('request', (_request, response) => {
  sending += 1;
  response.once('close', () => {
    sending -= 1;
    closeWhenDone();
  });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isStopping = true;
    server.close(() => process.exit(0));
    closeWhenDone();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
