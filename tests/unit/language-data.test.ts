import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, describe as group, test } from 'vitest';
import { gateMessages } from '#edit/report/describe.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { languages } from '#lib/languages/languages.ts';

/* What adding a language depends on: its entry in the list, and its messages. */

const [language] = languages;
if (!language) throw new Error('The site has no language.');

test('a day has one full stop, whether the entry of the language writes it or the format does', () => {
  for (const firstOfMonth of ['1', '1.']) {
    expect(formatDay('2026-05-01', { ...language, tag: 'de-BE', firstOfMonth })).toBe('1.\u00a0Mai\u00a02026');
  }
});

group('the messages of a language that is added', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'messages-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const added = { ...language, code: 'xx' };
  const write = (file: string, messages: object) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(messages));
  };
  const messages = { one: 'A', group: { two: 'B' } };
  for (const folder of ['messages', 'gate/messages']) write(`${folder}/${language.code}.json`, messages);

  test('are named file by file when the files are missing', () => {
    const model = `messages/${language.code}.json`;
    expect(() => gateMessages(root, [language, added])).toThrow(
      `messages/xx.json is missing or is not JSON. Copy ${model} and translate it.\n` +
        `gate/messages/xx.json is missing or is not JSON. Copy gate/${model} and translate it.`,
    );
  });

  test('are named one by one when some are missing, and accepted when complete', () => {
    write('messages/xx.json', { one: 'A', group: {} });
    write('gate/messages/xx.json', messages);
    expect(() => gateMessages(root, [language, added])).toThrow('messages/xx.json lacks group.two.');
    write('messages/xx.json', messages);
    expect(Object.keys(gateMessages(root, [language, added]))).toEqual([language.code, 'xx']);
  });
});
