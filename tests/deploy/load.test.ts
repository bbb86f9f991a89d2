import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNginx } from '../http/hosts.ts';
import { missing, PlainServer } from './plain-server.ts';
import { writeSmallRelease } from './small-release.ts';
import { Visitor } from './visitor.ts';

const releases = 20;
const rollbacks = 4;

let folder: string;
let server: PlainServer;
const releaseFolder = (number: number) => path.join(folder, String(number));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'releases-'));
  if (missing) return;
  server = await PlainServer.make();
  await chmod(folder, 0o755);
  for (let number = 1; number <= releases; number++) {
    await writeSmallRelease(releaseFolder(number), number, server.port);
  }
});

afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true });
});

describe.skipIf(missing)(`deploy/release under load${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it(`fails no request, loses no asset and mixes no releases in ${releases} releases and ${rollbacks} rollbacks`, async () => {
    expect(await server.release(['add', releaseFolder(1)])).toMatchObject({ code: 0 });
    await server.start();

    let isOver = false;
    const visitors = [true, true, false, false].map((keepAlive) => new Visitor(server.port, keepAlive));
    const visits = visitors.map(async (visitor) => {
      while (!isOver) await visitor.visit();
      visitor.leave();
    });

    for (let number = 2; number <= releases; number++) {
      const added = await server.release(['add', releaseFolder(number)]);
      expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('Visitors see') });
      if (number % (releases / rollbacks) === 0) {
        expect(await server.release(['rollback'])).toMatchObject({ code: 0 });
      }
    }
    isOver = true;
    await Promise.all(visits);

    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
    const sum = (count: (visitor: Visitor) => number) => visitors.reduce((total, each) => total + count(each), 0);
    expect(sum(({ pages }) => pages)).toBeGreaterThan(releases + rollbacks);
    expect(sum(({ assets }) => assets)).toBeGreaterThan(sum(({ pages }) => pages));
    expect(sum(({ unchanged }) => unchanged)).toBeGreaterThan(0);
  }, 120_000);

  it('fails the test when a release is copied over the previous one', async () => {
    const [before, after] = [path.join(folder, 'before'), path.join(folder, 'after')];
    await writeSmallRelease(before, 1, 8080);
    await writeSmallRelease(after, 2, 8080);
    const host = await startNginx(before);
    const visitor = new Visitor(host.port, true);
    await visitor.visit();
    expect(visitor.faults).toEqual([]);
    await rm(path.join(host.out, 'site'), { recursive: true });
    await cp(path.join(after, 'site'), path.join(host.out, 'site'), { recursive: true });
    await visitor.visit();
    expect(visitor.faults.join('\n')).toContain('the page of one release with the headers of another');
    await rm(path.join(host.out, 'site/assets'), { recursive: true });
    await visitor.visit();
    visitor.leave();
    expect(visitor.faults.join('\n')).toMatch(/^\/assets\/.* which .* needs: status 404$/m);
    await host.stop();
  });
});
