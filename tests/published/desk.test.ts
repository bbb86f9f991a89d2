import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { out, root } from '../published-site.ts';

/* Nothing of the editing desk is published: no route, no class, no header, no sentence. */

/** The sentences that only the desk has, in every language; single words may be on a page too. */
const sentences = languages.flatMap(({ code }) => {
  const { desk } = JSON.parse(readFileSync(path.join(root, `gate/messages/${code}.json`), 'utf8'));
  return textsIn(desk).filter((words) => words.split(' ').length > 5 && !/[{<]/.test(words));
});

function textsIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);
}

/** The traces of the desk in a file: in its path or its text. */
function tracesIn(file: string, text: string): string[] {
  const traces = [/(^|\/)desk[./]/.exec(file)?.[0], /\/desk\/(?:api|nl|fr)|desk-[a-z]+|desk window/i.exec(text)?.[0]];
  return [...traces, sentences.find((words) => text.includes(words))].flatMap((trace) => trace ?? []);
}

group('the editing desk', () => {
  test('leaves no trace in any published file', () => {
    const files = globSync('**/*', { cwd: out }).filter((file) => statSync(path.join(out, file)).isFile());
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      tracesIn(file, readFileSync(path.join(out, file), 'utf8')).map((trace) => `${file}: ${trace}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['a page', 'site/desk/nl.html', ''],
    ['a path', 'site/nl.html', '<a href="/desk/nl">'],
    ['a class', 'site/nl.html', '<div class="desk-editor">'],
    ['a header', 'site/assets/x.js', "'Desk-Window'"],
    ['a sentence', 'site/assets/x.js', sentences[0] ?? ''],
  ])('is found by %s of it', (_, file, text) => {
    expect(tracesIn(file, text)).toHaveLength(1);
  });
});
