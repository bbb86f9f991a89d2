import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '#lib/languages/languages.ts';
import { type Preview, startPreview } from '../e2e/preview.ts';
import { root } from '../published-site.ts';

const text = readFileSync(path.join(root, 'deploy/desk/Dockerfile'), 'utf8');
const { services } = parse(readFileSync(path.join(root, 'deploy/desk/compose.yaml'), 'utf8'));

describe('deploy/desk', () => {
  it('has a valid Dockerfile, whose process is not root', () => {
    expect(validate(text, { instructionWorkdirRelative: ValidationSeverity.ERROR })).toEqual([]);
    expect(text.match(/^USER .*$/gm)).toEqual(['USER 1000:1000']);
  });

  it('publishes only the port of the proxy, which alone reaches the desk and knows its secret', () => {
    const { desk, proxy } = services;
    const port = proxy.environment.OAUTH2_PROXY_HTTP_ADDRESS.split(':')[1];
    expect(desk.ports).toEqual([`${port}:${port}`]);
    expect(proxy.ports).toBeUndefined();
    expect(proxy.network_mode).toBe('service:desk');
    const [, host, inside] = /^ENV HOST=(\S+) PORT=(\d+)$/m.exec(text) ?? [];
    expect(host).toBe('127.0.0.1');
    expect(proxy.environment.OAUTH2_PROXY_UPSTREAMS).toBe(`http://${host}:${inside}`);
    expect(proxy.environment.OAUTH2_PROXY_BASIC_AUTH_PASSWORD).toBe(desk.environment.DESK_SECRET);
  });
});

describe('the command of the image, in a copy of the project', () => {
  const secret = 'a secret of the test';
  let desk: Preview;
  let fake: http.Server;

  beforeAll(async () => {
    expect(/^CMD (.*)$/m.exec(text)?.[1]).toBe('["node", "commands/run.mjs", "commands/dev.ts"]');
    desk = await startPreview({ DESK_SECRET: secret, HOST: '127.0.0.1' });
    const { port } = new URL(desk.origin);
    // Signs in a request with a cookie, as oauth2-proxy does, and drops the headers that it sets itself.
    fake = http.createServer((request, response) => {
      if (request.headers.cookie !== 'signed=in') return response.writeHead(403).end();
      const headers = {
        ...request.headers,
        authorization: `Basic ${Buffer.from(`anna:${secret}`).toString('base64')}`,
        'x-forwarded-email': 'anna@example.org',
        'x-forwarded-preferred-username': 'Anna',
      };
      const { method, url: address = '' } = request;
      const onward = http.request({ host: '127.0.0.1', port, path: address, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    });
    fake.listen(0, '127.0.0.1');
    await once(fake, 'listening');
  }, 240_000);

  afterAll(async () => {
    fake?.close();
    await desk?.[Symbol.asyncDispose]();
  });

  const paths = ['/', `/desk/${languages[0]?.code}`, '/desk/api?action=check', `/${languages[0]?.code}`, '/robots.txt'];
  const forged = {
    'x-forwarded-email': 'anna@example.org',
    authorization: `Basic ${Buffer.from('anna:guess').toString('base64')}`,
  };

  it.each([{}, forged])('answers nothing to requests that the proxy did not sign: %j', async (headers) => {
    const origin = desk.origin.replace('localhost', '127.0.0.1');
    for (const each of paths) {
      const answer = await fetch(origin + each, { headers });
      expect([each, answer.status, await answer.text()]).toEqual([each, 401, '']);
    }
  });

  it('is not reachable from another machine', async () => {
    const { port } = new URL(desk.origin);
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address, family, internal } of others) {
      if (!internal && family === 'IPv4') await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    }
  });

  it('answers an editor through the proxy, and names them as the author', async () => {
    const address = fake.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    expect((await fetch(`${origin}/desk/nl`)).status).toBe(403);
    const answer = await fetch(`${origin}/desk/${languages[0]?.code}/propose`, { headers: { cookie: 'signed=in' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('anna@example.org');
  }, 240_000);
});
