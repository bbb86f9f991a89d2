import { createServer, isIPv6 } from 'node:net';

/** The address on which a server listens. */
export interface Place {
  readonly port: number;
  readonly host: string;
}

/** Reads `PORT` and `HOST`, by default 3000 and localhost; port 0 is any free one. Throws Error with a sentence for people. */
export function readPlace(environment: Readonly<Record<string, string | undefined>>): Place {
  const { PORT, HOST } = environment;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${PORT}", which is not a port. Choose a number from 1 to 65535, for example PORT=8080.`);
  }
  return { port, host: HOST || 'localhost' };
}

/** The origin of a server for a browser. An IPv6 address has brackets (RFC 3986, 3.2.2). */
export function originOf({ port, host }: Place): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Explains in one sentence why a server cannot listen, and what to do. */
export function listenFault(error: NodeJS.ErrnoException, { port, host }: Place, command: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} ${command}`;
    case 'EACCES':
      return `Port ${port} needs privileges. Choose a port above 1023: PORT=8080 ${command}`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST is "${host}", which is not an address of this machine. Leave it out, or use HOST=0.0.0.0.`;
    default:
      return `The server cannot start: ${error.message}`;
  }
}

/** Tries to listen. Resolves with the error, or with null when the address is free. */
export function tryPlace({ port, host }: Place): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
