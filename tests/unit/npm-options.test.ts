import { expect, test } from 'vitest';
import { keyOf, optionsOfNpm } from '#commands/npm-options.ts';

test('options that npm swallowed for want of a lone -- are those of the command', () => {
  const environment = { npm_config_fix: 'true', npm_config_effect: '', npm_config_release: 'false' };
  expect(optionsOfNpm(['fix', 'no-effect', 'release', 'json'], environment)).toEqual(['--fix', '--no-effect']);
  expect(optionsOfNpm(['fix', 'no-effect'], {})).toEqual([]);
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
