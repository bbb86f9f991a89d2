import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchanged, withoutPart, withPart, withText, withValue } from '#desk/model/edits.ts';
import { type Pair, type Pairs, pairsOfTexts } from '#desk/model/pairs.ts';
import { bodyOf, type Texts } from '#desk/model/parts.ts';
import { readTexts } from '#edit/project.ts';
import { languages } from '#lib/languages/languages.ts';
import { fixtureRoot } from '../../fixture-site.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const foldersOf = (site: string): string[] =>
  [...readTexts(site).keys()]
    .filter((file) => file.endsWith(`/${languages[0]?.code}.mdx`))
    .map((file) => path.join(site, path.dirname(file)));
const filesIn = (folder: string) => languages.map(({ code }) => [code, path.join(folder, `${code}.mdx`)] as const);
const textsOf = (folder: string): Texts =>
  Object.fromEntries(filesIn(folder).map(([code, file]) => [code, readFileSync(file, 'utf8')]));

/** The pages of the real site give more cases. A mistake in one fails the content check alone. */
const isWhole = (folder: string) =>
  filesIn(folder).every(([, file]) => existsSync(file)) && pairsOfTexts(textsOf(folder)) !== null;
const keys = [...foldersOf(fixtureRoot), ...foldersOf(root).filter(isWhole)].map((folder) =>
  path.relative(root, folder),
);

const pairsIn = (texts: Texts): Pairs => {
  const pairs = pairsOfTexts(texts);
  if (!pairs) throw new Error('The twins do not pair.');
  return pairs;
};
const allPairs = ({ pairs }: Pairs): Pair[] =>
  pairs.flatMap((pair) => [pair, ...(pair.inside ? allPairs(pair.inside) : [])]);
const levelsIn = (pairs: Pairs): Pairs[] => [
  pairs,
  ...pairs.pairs.flatMap(({ inside }) => (inside ? levelsIn(inside) : [])),
];

describe.each(keys)('the page in %s', (key) => {
  const texts = textsOf(path.join(root, key));
  const all = allPairs(pairsIn(texts));

  test('pairs up in all languages, and a value set to itself changes nothing', () => {
    expect(all.length).toBeGreaterThan(0);
    for (const { parts } of all) {
      for (const [code, part] of Object.entries(parts)) {
        for (const value of part?.values ?? [])
          expect(withValue(texts[code] ?? '', value, value.text)).toBe(texts[code]);
      }
    }
  });

  test('keeps everything outside a changed value', () => {
    for (const { parts } of all) {
      for (const [code, part] of Object.entries(parts)) {
        for (const value of part?.values ?? []) {
          const text = texts[code] ?? '';
          const changed = withValue(text, value, 'x "y"');
          expect(changed.startsWith(text.slice(0, value.start))).toBe(true);
          expect(changed.endsWith(text.slice(value.end))).toBe(true);
          expect(bodyOf(changed)).not.toBeNull();
        }
      }
    }
  });

  test('is the same again after a part is put in and taken out', () => {
    const sources = Object.fromEntries(languages.map(({ code }) => [code, '<Callout title="x">\n\ny\n\n</Callout>']));
    for (const [index, level] of levelsIn(pairsIn(texts)).entries()) {
      for (const behind of [null, ...level.pairs]) {
        const more = withPart(texts, level, behind, sources);
        const added = levelsIn(pairsIn(more))
          .flatMap(({ pairs }) => pairs)
          .find(
            ({ parts, token }) =>
              token === 'Callout' &&
              Object.entries(parts).every(
                ([code, part]) => part && more[code]?.slice(part.start, part.end) === sources[code],
              ),
          );
        expect(added, `${index}`).toBeDefined();
        if (added) expect(withoutPart(more, added)).toEqual(texts);
      }
    }
  });
});

test('any sequence of exchanges and removals keeps the parts that are left, character by character', () => {
  const steps = fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom('exchange', 'remove') }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...keys), steps, (key, edits) => {
      let texts = textsOf(path.join(root, key));
      for (const { at, kind } of edits) {
        const levels = levelsIn(pairsIn(texts)).filter(({ pairs }) => pairs.length > 1);
        const level = levels[at % Math.max(1, levels.length)];
        const [first, second] = level?.pairs.slice(at % Math.max(1, level.pairs.length - 1)) ?? [];
        if (!first || !second) break;
        const before = new Set(sourcesOf(texts));
        // Neighbouring texts become one part.
        const joins = [first, second].some((pair) => pair.kind === 'text') || kind === 'remove';
        texts = kind === 'exchange' ? exchanged(texts, first, second) : withoutPart(texts, first);
        const after = sourcesOf(texts);
        if (!joins) for (const source of after) expect(before.has(source) || source?.includes('\n')).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

const sourcesOf = (texts: Texts) =>
  allPairs(pairsIn(texts)).flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([code, part]) => (part ? [texts[code]?.slice(part.start, part.end)] : [])),
  );

test('a text can be put where one language has none, and goes away with the lines around it', () => {
  const texts = { nl: '## A\n\nTekst.\n\n## B\n', fr: '## A\n\n## B\n' };
  const pair = pairsIn(texts).pairs[1] as Pair;
  expect(pair.parts['fr']).toBeNull();
  expect(withText(texts.fr, pair, 'fr', 'Texte.')).toBe('## A\n\nTexte.\n\n## B\n');
  expect(withText(texts.nl, pair, 'nl', '  ')).toBe(texts.fr);
});
