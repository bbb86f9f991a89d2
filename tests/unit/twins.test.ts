import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { confirmationOf, writeConfirmation } from '#edit/confirm.ts';
import { twinStatesOf } from '#edit/translations.ts';
import { isError } from '#gate/finding/finding.ts';
import type { LoadResult } from '#gate/load.ts';
import { withoutTypography } from '#gate/twins/change.ts';
import { type ConfirmedSection, readConfirmation } from '#gate/twins/confirmation.ts';
import type { Comparison } from '#gate/twins/state.ts';
import { languages } from '#lib/languages/languages.ts';
import {
  allTwins,
  type Changes,
  confirmationFile,
  confirmedOn,
  fields,
  load,
  one,
  onePage,
  other,
  pageFile,
  pageText,
} from './content-tree.ts';

const home = pageFile('home');
const otherHome = pageFile('home', other);
const confirmation = confirmationFile('home');
const later = '2026-06-01';

/** The body starts after the front matter and an empty line. */
const firstLine = Object.keys(fields.home).length + 4;

const short = ({ code, file, line }: LoadResult['findings'][number]) => `${code} ${file}:${line}`;

function comparisonOf({ pageStates }: LoadResult): Extract<Comparison, { kind: 'confirmed' }> {
  const comparison = pageStates.find(({ key }) => key === 'home')?.comparison;
  if (comparison?.kind !== 'confirmed') throw new Error(`The twins are ${comparison?.kind}.`);
  return comparison;
}

/** The confirmation of the home page after these changes. */
function confirmed(changes: Changes): string {
  return confirmationOf(comparisonOf(load(changes)), confirmedOn, languages);
}

const both = (body: string) => allTwins('home', {}, body);

/** Twins that were confirmed with the same body, after an edit of one. */
const edited = (before: string, after: string): Changes => ({
  ...both(before),
  [confirmation]: confirmed(both(before)),
  ...onePage('home', {}, after),
});

/** Words that trigger no rule in any language. */
const word = fc.constantFrom('alfa', 'bravo', 'delta', 'foxtrot', 'kilo', 'lima', 'oscar', 'quebec', 'sierra', 'zulu');
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Say ${words.join(' ')}.`);
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 3 });
const page = fc.array(paragraphs, { minLength: 1, maxLength: 6 });
const written = (sections: readonly (readonly string[])[]) =>
  sections.map((texts, index) => [`## Section ${'abcdef'[index]}`, ...texts].join('\n\n')).join('\n\n');

/** The line numbers of the headings of a body in its file. */
const headingLines = (body: string) =>
  body.split('\n').flatMap((line, index) => (line.startsWith('## ') ? [firstLine + index] : []));

group('an edit of one twin', () => {
  test('is reported in the other twin, for exactly the changed sections', () => {
    const touches = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(page, touches, (sections, touched) => {
        const after = sections.map((texts, index) =>
          touched[index] ? [...texts.slice(1), 'Say something else.'] : texts,
        );
        const { findings } = load(edited(written(sections), written(after)));
        const lines = headingLines(written(sections)).filter((_, index) => touched[index]);
        expect(findings.map(short)).toEqual(lines.map((line) => `C120 ${otherHome}:${line}`));
      }),
      { numRuns: 25 },
    );
  });

  test('is accepted once confirmed, and unchanged sections keep their day', () => {
    fc.assert(
      fc.property(page, fc.nat({ max: 5 }), (sections, at) => {
        const after = sections.map((texts, index) => (index === at ? ['Say something else.'] : texts));
        const changes = edited(written(sections), written(after));
        const text = confirmationOf(comparisonOf(load(changes)), later, languages);
        expect(load({ ...changes, [confirmation]: text }).findings).toEqual([]);
        const days = (readConfirmation(text, languages) ?? []).map(({ day }) => day);
        // The fields and the text before the first heading are sections too.
        const untouched = [confirmedOn, confirmedOn, ...sections.map(() => confirmedOn)];
        expect(days).toEqual(untouched.map((day, index) => (index === at + 2 ? later : day)));
      }),
      { numRuns: 15 },
    );
  });

  test('is ignored when it only changes line breaks, quotation marks, dashes and spaces', () => {
    const before = 'A "quoted" word - and the organisation\'s name: here it is.\n\n* one\n* two';
    const after = 'A “quoted” word – and the\norganisation’s name : here   it is.\n\n\n- one\n- two';
    const { findings, pageStates } = load(edited(before, after));
    // The typography rules give warnings; the twins are compared and in step.
    expect(findings.filter(isError)).toEqual([]);
    expect(pageStates.find(({ key }) => key === 'home')?.comparison).toMatchObject({ kind: 'confirmed' });
    expect(findings.filter(({ code }) => code >= 'C110' && code <= 'C139')).toEqual([]);
  });

  test('may link to the same heading by its name in another language', () => {
    const body = (name: string) => `## ${name}\n\n[Up](page:home#${name.toLowerCase()})`;
    const changes = { ...both(body('Above')), ...onePage('home', {}, body('Boven')) };
    expect(load({ ...changes, [confirmation]: confirmed(changes) }).findings).toEqual([]);
  });

  test('may link to another address of another site', () => {
    const body = (address: string) => `[There](${address})`;
    const changes = { ...both(body('https://a.example')), ...onePage('home', {}, body('https://b.example')) };
    expect(load({ ...changes, [confirmation]: confirmed(changes) }).findings).toEqual([]);
  });

  test('is reported whichever twin changed', () => {
    const swapped = { ...edited('Say one.', 'Say one.'), [otherHome]: pageText(fields.home, 'Say two.') };
    expect(load(swapped).findings.map(short)).toEqual([`C120 ${home}:${firstLine}`]);
  });

  test('is dated by the last update, or by the last confirmation when that is later', () => {
    const since = (updated: string) => {
      const changed = { ...both('Say one.'), ...onePage('home', { updated }, 'Say two.') };
      return load({ ...changed, [confirmation]: confirmed(both('Say one.')) }).findings[0]?.details['since'];
    };
    expect([since('2026-04-01'), since(later)]).toEqual([confirmedOn, later]);
  });

  test('is ignored in a draft', () => {
    const draft = { draft: 'true' };
    const changes = {
      ...allTwins('services', draft, 'Say one.'),
      ...onePage('services', draft, '## Two'),
      [confirmationFile('services')]: null,
    };
    const { pageStates, findings } = load(changes);
    expect(pageStates.find(({ key }) => key === 'services')?.comparison.kind).toBe('draft');
    expect(findings.filter(({ code }) => code >= 'C110' && code <= 'C124')).toEqual([]);
  });

  test('is not compared while the page has another error', () => {
    expect(load(edited('Say one.', '## Two\n\n[Nowhere](page:nowhere)')).findings.map(short)).toEqual([
      `C030 ${home}:${firstLine + 2}`,
    ]);
  });

  test('stops the build but not the preview', () => {
    const changes = edited('Say one.', '## Two\n\nSay more.');
    expect(load(changes).site).toBeNull();
    expect(load(changes, true, true).site?.pages.map(({ key }) => key)).toContain('home');
  });
});

group('an edit of both twins', () => {
  test('requires a confirmation, whatever was added, moved or removed', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const changes = { ...both(written(after)), [confirmation]: confirmed(both(written(before))) };
        const isSame = withoutTypography(written(before)) === withoutTypography(written(after));
        expect(load(changes).findings.filter(isError).map(short)).toEqual(isSame ? [] : [`C121 ${confirmation}:1`]);
        const text = confirmationOf(comparisonOf(load(changes)), later, languages);
        expect(load({ ...changes, [confirmation]: text }).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

group('the state of a twin', () => {
  const statesOf = (changes: Changes) => {
    const [twins = []] = twinStatesOf(load(changes).pageStates).filter(([twin]) => twin?.key === 'home');
    return Object.fromEntries(
      twins.map(({ language, status, since, sections }) => [language, [status, since, sections.length]]),
    );
  };
  const each = (state: unknown) => Object.fromEntries(languages.map(({ code }) => [code, state]));

  test('is in step since the last confirmation', () => {
    expect(statesOf(both('Say one.'))).toEqual(each(['inStep', confirmedOn, 0]));
  });

  test('is behind or changed after an edit of one twin', () => {
    const states = statesOf(edited('Say one.', 'Say two.'));
    expect(states).toEqual({ ...each(['behind', confirmedOn, 1]), [one.code]: ['changed', confirmedOn, 1] });
  });

  test('is unconfirmed after an edit of both twins, or without a confirmation', () => {
    const changes = { ...both('Say two.'), [confirmation]: confirmed(both('Say one.')) };
    expect(statesOf(changes)).toEqual(each(['unconfirmed', confirmedOn, 1]));
    expect(statesOf({ ...both('Say one.'), [confirmation]: null })).toEqual(each(['unconfirmed', null, 0]));
  });

  test('is uneven when the structure differs, and faulty when the page has another error', () => {
    expect(statesOf(edited('Say one.', '## Two'))).toEqual(each(['uneven', null, 0]));
    expect(statesOf(edited('Say one.', '[Nowhere](page:nowhere)'))).toEqual(each(['faulty', null, 0]));
  });

  test('shows drafts and translations that await review', () => {
    const draft = allTwins('services/post', { draft: 'true' });
    const [post = []] = twinStatesOf(load(draft).pageStates).filter(([twin]) => twin?.key === 'services/post');
    expect(post.map(({ status }) => status)).toEqual(languages.map(() => 'draft'));
    const translated = load(onePage('home', { translatedFrom: other.code })).pageStates;
    const awaiting = twinStatesOf(translated)
      .flat()
      .filter(({ awaitsReview }) => awaitsReview !== null);
    expect(awaiting).toMatchObject([{ key: 'home', language: one.code, awaitsReview: other.code }]);
  });
});

group('a confirmation', () => {
  const text = fc
    .array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll(/\p{C}|\p{Z}/gu, 'x')),
      { maxLength: 5 },
    )
    .map((lines) => lines.join('\n').trim());
  const sections: fc.Arbitrary<ConfirmedSection[]> = fc.array(
    fc.record({
      day: fc.constantFrom(confirmedOn, later),
      texts: fc.record(Object.fromEntries(languages.map(({ code }) => [code, text]))),
    }),
    { minLength: 1 },
  );

  test('is YAML that keeps every text unchanged', () => {
    fc.assert(
      fc.property(sections, (list) => {
        const file = `# A comment\n${writeConfirmation(list, languages)}`;
        expect(readConfirmation(file, languages)).toEqual(list);
        expect(parse(file)).toEqual(list.map(({ day, texts }) => ({ day, ...texts })));
      }),
    );
  });

  test('has a line for each line of text, so that edits of two sections merge', () => {
    const file = confirmed(both('Say one.\n\n## Two\n\nSay three.'));
    for (const line of ['Say one.', '## Two', 'Say three.']) {
      expect(file.split('\n').filter((each) => each.trim().endsWith(line))).toHaveLength(languages.length);
    }
  });
});
