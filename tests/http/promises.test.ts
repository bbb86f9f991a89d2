import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNaiveServer } from '../fixtures/published/naive-server.ts';
import { out } from '../published-site.ts';
import { type Host, hostKinds, listen } from './hosts.ts';
import { sitePromises, transportPromises } from './promises/all.ts';
import { siteWithHistory } from './site-with-history.ts';

for (const { name, missing, start } of hostKinds) {
  // Skipped tests must not look like passed ones.
  if (missing) console.warn(`SKIPPED: the promises of ${name}, because ${missing}.`);
  const promises = name === 'nginx' ? [...sitePromises, ...transportPromises] : sitePromises;

  describe.skipIf(missing)(`${name}${missing ? ` (skipped: ${missing})` : ''}`, () => {
    let host: Host;
    beforeAll(async () => {
      host = await start(out);
    });
    afterAll(() => host.stop());

    it.each(promises)('$name', async ({ faults }) => {
      expect(await faults(host)).toEqual([]);
    });
  });
}

describe('A naive server breaks the promise:', () => {
  let host: Host;
  beforeAll(async () => {
    const { folder } = await siteWithHistory();
    const server = createNaiveServer(path.join(folder, 'site'));
    host = {
      port: await listen(server),
      out: folder,
      encodings: ['gzip'],
      async stop() {
        await new Promise((resolve) => server.close(resolve));
        await rm(folder, { recursive: true });
      },
    };
  });
  afterAll(() => host.stop());

  it.each([...sitePromises, ...transportPromises])('$name', async ({ faults }) => {
    expect(await faults(host)).not.toEqual([]);
  });
});
