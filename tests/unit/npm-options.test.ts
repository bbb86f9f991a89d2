import { expect, test } from 'vitest';
import { optionsOfNpm } from '#commands/npm-options.ts';

test('options that npm swallowed for want of a lone -- are those of the command', () => {
  const environment = { npm_config_fix: 'true', npm_config_effect: '', npm_config_release: 'false' };
  expect(optionsOfNpm(['fix', 'no-effect', 'release', 'json'], environment)).toEqual(['--fix', '--no-effect']);
  expect(optionsOfNpm(['fix', 'no-effect'], {})).toEqual([]);
});
