import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, describe as group, test } from 'vitest';
import { type Language, languages } from '#lib/languages/languages.ts';
import { copyWithGerman, dayAfter, setSecurityContact, three } from './three-languages.ts';

const copy = copyWithGerman('three-languages-editors', 'shared');
const messagesOf = (code: string) => JSON.parse(copy.read(`messages/${code}.json`));
const gateMessagesOf = (code: string) => JSON.parse(copy.read(`gate/messages/${code}.json`));
afterAll(() => copy.remove());

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

test('The fixture has all messages in German', () => {
  const [{ code }] = languages as [Language];
  expect(keysOf(messagesOf('de')).sort()).toEqual(keysOf(messagesOf(code)).sort());
});

group('Editors in a third language', () => {
  test('get a valid twin from npm run new', async () => {
    const made = await copy.run(['commands/new.ts', 'services/archive']);
    expect(made.code, made.output).toBe(0);
    for (const { code } of three) {
      expect(copy.read(`content/pages/services/archive/${code}.mdx`)).toContain(gateMessagesOf(code).new.summaryValue);
    }
    const check = await copy.run(['commands/check.ts']);
    expect(check.code, check.output).toBe(0);
  });

  test('get a finding for a missing twin', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive/de.mdx'));
    const { code, output } = await copy.run(['commands/check.ts']);
    expect(code).toBe(1);
    expect(output).toContain('content/pages/services/archive/de.mdx');
    expect(output).toContain('C011');
  });

  test('get findings in their language', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive'), { recursive: true });
    const page = 'content/pages/contact/de.mdx';
    copy.write(page, `${copy.read(page)}\n{1 + 1}\n`);
    const { code, output } = await copy.run(['commands/check.ts']);
    expect(code).toBe(1);
    expect(output).toContain('[de] Hier steht Code: {…}.');
    // Only the finding: the count at the end is in all languages.
    const [finding = ''] = output.split(/\n\s*\n/);
    expect(finding).toContain('[de]');
    for (const each of languages) expect(finding).not.toContain(`[${each.code}]`);
  });
});

test('The gate refuses a security.txt that expires within 30 days', async () => {
  setSecurityContact(copy, dayAfter(29));
  const { code, output } = await copy.run(['commands/check.ts']);
  expect(code).not.toBe(0);
  expect(output).toContain('C160');
});
