import { expect, test } from 'vitest';
import { listenFault, originOf, readPlace } from '#publish/server/place.ts';

test('the origin of a server has brackets around an IPv6 address', () => {
  expect(originOf({ port: 3000, host: '::1' })).toBe('http://[::1]:3000');
  expect(originOf({ port: 8080, host: '127.0.0.1' })).toBe('http://127.0.0.1:8080');
  expect(originOf({ port: 80, host: 'localhost' })).toBe('http://localhost:80');
  expect(readPlace({ HOST: '[::1]' })).toEqual({ port: 3000, host: '::1' });
});

test('the origin of a server at every address of the machine is one that a browser opens', () => {
  expect(originOf({ port: 3000, host: '0.0.0.0' })).toBe('http://localhost:3000');
  expect(originOf({ port: 3000, host: '::' })).toBe('http://localhost:3000');
});

test('a port that is in use or reserved leads to the command with another port, in the shell of the system', () => {
  const advice = (code: string, port: number, platform: NodeJS.Platform) =>
    listenFault(Object.assign(new Error(code), { code }), { port, host: 'localhost' }, 'npm run dev', platform)
      .split(': ')
      .at(-1);
  expect(advice('EADDRINUSE', 3000, 'linux')).toBe('PORT=3001 npm run dev');
  expect(advice('EADDRINUSE', 3000, 'win32')).toBe('$env:PORT=3001; npm run dev');
  // Windows reserves ranges of ports above 1023.
  expect(advice('EACCES', 3000, 'win32')).toBe('$env:PORT=3001; npm run dev');
  expect(advice('EACCES', 80, 'darwin')).toBe('PORT=8080 npm run dev');
  expect(advice('EADDRINUSE', 65_535, 'linux')).toBe('PORT=8080 npm run dev');
});

test.for(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND'])(
  'an address that is not of this machine is named (%s)',
  (code) => {
    const place = { port: 3000, host: 'fe80::1' };
    expect(listenFault(Object.assign(new Error(code), { code }), place, 'npm run dev')).toMatch(/^HOST is "fe80::1"/);
  },
);
