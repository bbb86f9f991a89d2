import autocannon from 'autocannon';
import { samplePages } from './pages.ts';
import type { Row } from './row.ts';
import { startEmbedded, startNext, startPublishedNginx } from './servers.ts';

/* How many requests each second a server answers for the same page, compressed, on this machine. Loopback, bounded in time. */

const load = { connections: 10, duration: 5 } as const;

export async function benchServe(): Promise<Row[]> {
  const [address = '/'] = samplePages();
  const rates = new Map<string, number>();
  for (const start of [startPublishedNginx, startEmbedded, startNext]) {
    const server = await start();
    if (!server) continue;
    try {
      const headers = { 'Accept-Encoding': 'br, gzip' };
      const { requests, non2xx, errors } = await autocannon({
        ...load,
        url: server.origin + address,
        headers,
      });
      if (non2xx + errors > 0) throw new Error(`${server.name} failed ${non2xx + errors} requests.`);
      rates.set(server.name, requests.average);
    } finally {
      await server.stop();
    }
  }
  const next = rates.get('next start') ?? Number.NaN;
  return [...rates].flatMap(([name, rate]) => [
    { what: `${address} from ${name}`, value: rate, unit: '/s' },
    ...(name === 'next start'
      ? []
      : [{ what: `next start against ${name}`, value: next / rate, unit: '×', budget: 1 }]),
  ]);
}
