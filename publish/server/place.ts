import { createServer, isIPv6 } from 'node:net';

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
  return { port, host: HOST?.replace(/^\[(.+)\]$/, '$1') || 'localhost' };
}

/** The origin of a server for a browser, which cannot open “any address”. An IPv6 address has brackets (RFC 3986, 3.2.2). */
export function originOf({ port, host }: Place): string {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** Explains in one sentence why a server cannot listen, and what to type, in PowerShell on Windows. */
export function listenFault(
  error: NodeJS.ErrnoException,
  { port, host }: Place,
  command: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const other = port > 1023 && port < 65_535 ? port + 1 : 8080;
  const again = platform === 'win32' ? `$env:PORT=${other}; ${command}` : `PORT=${other} ${command}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that program, or choose another port: ${again}`;
    case 'EACCES':
      return `Port ${port} is reserved by the system, as all ports below 1024 can be. Choose another one: ${again}`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
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
