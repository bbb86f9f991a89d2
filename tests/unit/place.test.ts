import { expect, test } from 'vitest';
import { originOf } from '#publish/server/place.ts';

test('the origin of a server has brackets around an IPv6 address', () => {
  expect(originOf({ port: 3000, host: '::1' })).toBe('http://[::1]:3000');
  expect(originOf({ port: 8080, host: '127.0.0.1' })).toBe('http://127.0.0.1:8080');
  expect(originOf({ port: 80, host: 'localhost' })).toBe('http://localhost:80');
});
