import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoadResult } from '#gate/load.ts';
import { confirmationName } from '#gate/twins/confirmation.ts';
import { languages } from '#lib/languages/languages.ts';
import { type Changes, confirmationFile, contacts, fields, load, pageFile, pageText } from './content-tree.ts';

/*
 * No input is dropped: every file in `content/` is published, is a draft, or has a finding.
 */

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A way to damage a text. */
type Damage = (text: string) => string | Uint8Array;
const intact: Damage = (text) => text;
const damage: readonly Damage[] = [
  intact,
  (text) => `${text}\n{1 + 1}\n`,
  (text) => text.replace('title:', 'titel:'),
  (text) => text.replace(/^---\n/, ''),
  (text) => `${text}\n[Gone](page:nowhere)\n`,
  (text) => Buffer.from(text, 'utf16le'),
  () => '',
  () => new Uint8Array([0, 255, 254, 7]),
];

const key = fc.constantFrom('alpha', 'beta', 'gamma', 'delta').map((name) => `more-${name}`);

/** A page in some of the languages, published or a draft. */
const page = fc
  .record({
    key,
    isDraft: fc.boolean(),
    texts: fc.oneof(
      fc.constant(languages.map(() => intact)),
      fc.tuple(...languages.map(() => fc.option(fc.constantFrom(...damage), { freq: 4 }))),
    ),
    hasRecord: fc.nat(3).map((number) => number === 0),
  })
  .map(({ key, isDraft, texts, hasRecord }): Files => {
    const text = pageText({
      ...fields.services,
      title: `More about ${key}`,
      slug: key,
      ...(isDraft ? { draft: 'true' } : {}),
    });
    const twins = languages.flatMap((language, index): [string, string | Uint8Array][] => {
      const damaged = texts[index]?.(text);
      return damaged === undefined ? [] : [[pageFile(key, language), damaged]];
    });
    return Object.fromEntries([...twins, ...(hasRecord ? [[confirmationFile(key), '# A record\n']] : [])]);
  });

const contact = fc
  .record({ key, made: fc.constantFrom(...damage) })
  .map(({ key, made }): Files => ({ [`content/contacts/${key}.yaml`]: made(contacts['post-room']) }));

/** Files that are not content, in any folder. */
const stray = fc
  .record({
    folder: fc.constantFrom('content', 'content/pages', 'content/contacts', 'content/pages/more-alpha', 'content/x'),
    name: fc.oneof(
      fc.constantFrom(
        'nl.mdx',
        'NL.mdx',
        'xx.mdx',
        'notes.txt',
        '.DS_Store',
        'a.yaml',
        'A.yaml',
        'page.tsx',
        confirmationName,
      ),
      fc.stringMatching(/^[a-zé _-]{1,12}\.(?:mdx|yaml|md|jpg)$/),
    ),
  })
  .map(({ folder, name }): Files => ({ [path.posix.join(folder, name)]: 'Some text.\n' }));

const files = fc
  .array(fc.oneof(page, page, contact, stray), { minLength: 1, maxLength: 6 })
  .map((several): Files => Object.assign({}, ...several));

/** The files that a site was made from: those of pages and drafts, with their records, and of contacts. */
function usedBy({ site, pageStates }: LoadResult): Set<string> {
  const keys = new Set(site?.pages.map((each) => each.key));
  return new Set([
    ...(site?.pages ?? []).flatMap(({ twins }) => Object.values(twins).map(({ file }) => file)),
    ...pageStates.filter((state) => keys.has(state.key)).map((state) => confirmationFile(state.key)),
    ...(site?.contacts ?? []).map(({ id }) => `content/contacts/${id}.yaml`),
  ]);
}

test('every file is published, is a draft, or has a finding', () => {
  let published = 0;
  let refused = 0;
  fc.assert(
    fc.property(files, (added) => {
      let left: Changes = added;
      // One error stops the site; without the files that have findings, there is a site.
      for (;;) {
        const result = load(left, true);
        const reported = new Set(result.findings.map(({ file }) => file));
        const silent = Object.keys(left).filter((file) => !reported.has(file));
        refused += Object.keys(left).length - silent.length;
        if (result.site) {
          const used = usedBy(result);
          expect(silent.filter((file) => !used.has(file))).toEqual([]);
          published += silent.length;
          return;
        }
        expect(silent.length, JSON.stringify(result.findings[0])).toBeLessThan(Object.keys(left).length);
        left = Object.fromEntries(Object.entries(left).filter(([file]) => !reported.has(file)));
      }
    }),
    { numRuns: 60 },
  );
  expect(published).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
});
