import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { keyOf, optionsOfNpm } from '#commands/npm-options.ts';

const type = 'boolean' as const;

test('options that npm swallowed for want of a lone -- are those of the command', () => {
  const environment = { npm_config_fix: 'true', npm_config_effect: '', npm_config_release: 'false' };
  const options = { fix: { type }, 'no-effect': { type }, release: { type }, json: { type } };
  expect(optionsOfNpm(options, environment)).toEqual(['--fix', '--no-effect']);
  expect(optionsOfNpm(options, {})).toEqual([]);
});

test('an option with a value keeps it, or is refused when npm took the value for an argument', () => {
  const options = { unit: { type: 'string' }, end: { type: 'string' }, down: { type: 'string' } } as const;
  // npm run notice mail-down --unit=ict --down house-closed
  const given = optionsOfNpm(options, { npm_config_unit: 'ict', npm_config_down: 'true' });
  expect(given).toEqual(['--unit=ict', '--down']);
  expect(() => parseArgs({ options, args: ['house-closed', ...given], allowPositionals: true })).toThrow('--down');
});

test('a path that a terminal completes is the key of its page, contact or notice', () => {
  const paths = [
    'content\\pages\\services\\ict\\',
    './content/pages/services/ict/nl.mdx',
    'services/ict/',
    'services/ict',
  ];
  expect(paths.map(keyOf)).toEqual(paths.map(() => 'services/ict'));
  expect(keyOf('content\\contacts\\ict.yaml')).toBe('contacts/ict');
});
