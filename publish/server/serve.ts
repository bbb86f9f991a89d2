import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { createSiteServer } from './server.ts';

/** `npm run serve`: serves `out/site` at http://localhost:3000. `PORT` and `HOST` choose another place. */

const out = path.resolve(import.meta.dirname, '../../out');
const port = Number(process.env['PORT'] || 3000);
const host = process.env['HOST'] || 'localhost';

function startServer(): Server {
  try {
    return createSiteServer(out);
  } catch {
    return stop('The site in out/ is not whole. Make it again with: npm run build');
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  stop(
    `PORT is "${process.env['PORT']}", which is not a port. Choose a number from 1 to 65535, for example PORT=8080.`,
  );
}
if (!existsSync(path.join(out, 'hosting.json')))
  stop('There is no finished site yet. Make it with: npm run build');

const server = startServer();

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    stop(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm run serve`,
    );
  }
  if (error.code === 'EACCES')
    stop(`Port ${port} needs privileges. Choose a port above 1023: PORT=8080 npm run serve`);
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    stop(`HOST is "${host}", which is not an address of this machine. Leave it out, or use HOST=0.0.0.0.`);
  }
  stop(`The server cannot start: ${error.message}`);
});

server.listen(port, host, () => {
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  console.log(`The site is at http://${host}:${actual} – stop with Ctrl+C.`);
});

// Take nothing new, finish what is being sent, go. Who has not taken it after five seconds is cut off.
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
