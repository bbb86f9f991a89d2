import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { isError } from '#gate/finding/finding.ts';
import type { LoadResult } from '#gate/load.ts';
import { changeOf, fold, showChange } from '#gate/twins/change.ts';
import { twinStatesOf } from '#gate/twins/overview.ts';
import { type RecordedSection, readRecord, writeRecord } from '#gate/twins/record.ts';
import { type Comparison, settledRecord } from '#gate/twins/state.ts';
import { valuesOf } from '#gate/twins/values.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { languages } from '#lib/languages/languages.ts';
import {
  allTwins,
  type Changes,
  fields,
  load,
  one,
  onePage,
  other,
  pageFile,
  pageText,
  recordedOn,
  recordFile,
} from './content-tree.ts';

/*
 * Twins in step: what one language says, the others say too, and nobody can change one and forget the others.
 */

const home = pageFile('home');
const otherHome = pageFile('home', other);
const record = recordFile('home');
const later = '2026-06-01';

/** The body starts after the front matter and an empty line. */
const firstLine = Object.keys(fields.home).length + 4;

const short = ({ code, file, line }: LoadResult['findings'][number]) => `${code} ${file}:${line}`;

function comparisonOf({ pageStates }: LoadResult): Extract<Comparison, { kind: 'recorded' }> {
  const comparison = pageStates.find(({ key }) => key === 'home')?.comparison;
  if (comparison?.kind !== 'recorded') throw new Error(`The twins are ${comparison?.kind}.`);
  return comparison;
}

/** The record of the home page as it is written when these twins are confirmed. */
function recordOf(changes: Changes): string {
  return settledRecord(comparisonOf(load(changes)), recordedOn, languages);
}

const both = (body: string) => allTwins('home', {}, body);

/** Twins that were confirmed with one body, and then one of them got another. */
const edited = (before: string, after: string): Changes => ({
  ...both(before),
  [record]: recordOf(both(before)),
  ...onePage('home', {}, after),
});

/** Words that mean nothing to any other rule: no language owns them. */
const word = fc.constantFrom(
  'alfa',
  'bravo',
  'delta',
  'foxtrot',
  'kilo',
  'lima',
  'oscar',
  'quebec',
  'sierra',
  'zulu',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Say ${words.join(' ')}.`);
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 3 });
const page = fc.array(paragraphs, { minLength: 1, maxLength: 6 });
const written = (sections: readonly (readonly string[])[]) =>
  sections.map((texts, index) => [`## Section ${'abcdef'[index]}`, ...texts].join('\n\n')).join('\n\n');

/** On which line of its file each heading of a body stands. */
const headingLines = (body: string) =>
  body.split('\n').flatMap((line, index) => (line.startsWith('## ') ? [firstLine + index] : []));

group('an edit of one twin', () => {
  test('is told for exactly the sections it touches, in the other twin, where they stand there', () => {
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

  test('is clean again once somebody confirmed it, and what was not touched keeps its day', () => {
    fc.assert(
      fc.property(page, fc.nat({ max: 5 }), (sections, at) => {
        const after = sections.map((texts, index) => (index === at ? ['Say something else.'] : texts));
        const changes = edited(written(sections), written(after));
        const settled = settledRecord(comparisonOf(load(changes)), later, languages);
        expect(load({ ...changes, [record]: settled }).findings).toEqual([]);
        const days = (readRecord(settled, languages) ?? []).map(({ day }) => day);
        // The fields and the text before the first heading are sections too.
        const untouched = [recordedOn, recordedOn, ...sections.map(() => recordedOn)];
        expect(days).toEqual(untouched.map((day, index) => (index === at + 2 ? later : day)));
      }),
      { numRuns: 15 },
    );
  });

  test('that only wraps lines or sets other quotation marks, dashes and spaces is none', () => {
    const before = 'A "quoted" word - and the organisation\'s name: here it is.\n\n* one\n* two';
    const after = 'A “quoted” word – and the\norganisation’s name : here   it is.\n\n\n- one\n- two';
    const { findings, pageStates } = load(edited(before, after));
    // The rules for typography have their say; the twins are compared, and nothing is behind.
    expect(findings.filter(isError)).toEqual([]);
    expect(pageStates.find(({ key }) => key === 'home')?.comparison).toMatchObject({ kind: 'recorded' });
    expect(findings.filter(({ code }) => code >= 'C110' && code <= 'C139')).toEqual([]);
  });

  test('of a link to the same heading under its name in another language is none', () => {
    const body = (name: string) => `## ${name}\n\n[Up](page:home#${name.toLowerCase()})`;
    const changes = { ...both(body('Above')), ...onePage('home', {}, body('Boven')) };
    expect(load({ ...changes, [record]: recordOf(changes) }).findings).toEqual([]);
  });

  test('may give another site an address of its own', () => {
    const body = (address: string) => `[There](${address})`;
    const changes = { ...both(body('https://a.example')), ...onePage('home', {}, body('https://b.example')) };
    expect(load({ ...changes, [record]: recordOf(changes) }).findings).toEqual([]);
  });

  test('in whichever twin is told in the other', () => {
    const swapped = { ...edited('Say one.', 'Say one.'), [otherHome]: pageText(fields.home, 'Say two.') };
    expect(load(swapped).findings.map(short)).toEqual([`C120 ${home}:${firstLine}`]);
  });

  test('says since when: since its last change, or since the last confirmation when that came later', () => {
    const since = (updated: string) => {
      const changed = { ...both('Say one.'), ...onePage('home', { updated }, 'Say two.') };
      return load({ ...changed, [record]: recordOf(both('Say one.')) }).findings[0]?.details['since'];
    };
    expect([since('2026-04-01'), since(later)]).toEqual([recordedOn, later]);
  });

  test('waits for the publication: a draft is not compared', () => {
    const draft = { draft: 'true' };
    const changes = {
      ...allTwins('services', draft, 'Say one.'),
      ...onePage('services', draft, '## Two'),
      [recordFile('services')]: null,
    };
    const { pageStates, findings } = load(changes);
    expect(pageStates.find(({ key }) => key === 'services')?.comparison.kind).toBe('draft');
    expect(findings.filter(({ code }) => code >= 'C110' && code <= 'C124')).toEqual([]);
  });

  test('that makes a mistake of its own is told for that mistake first, and not as a difference as well', () => {
    expect(load(edited('Say one.', '## Two\n\n[Nowhere](page:nowhere)')).findings.map(short)).toEqual([
      `C030 ${home}:${firstLine + 2}`,
    ]);
  });

  test('takes no page away from the preview', () => {
    const changes = edited('Say one.', '## Two\n\nSay more.');
    expect(load(changes).site).toBeNull();
    expect(load(changes, true, true).site?.pages.map(({ key }) => key)).toContain('home');
  });
});

group('an edit of both twins', () => {
  test('asks for a confirmation, whatever was added, moved or taken away', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const changes = { ...both(written(after)), [record]: recordOf(both(written(before))) };
        const isSame = fold(written(before)) === fold(written(after));
        expect(load(changes).findings.map(short)).toEqual(isSame ? [] : [`C121 ${record}:1`]);
        const settled = settledRecord(comparisonOf(load(changes)), later, languages);
        expect(load({ ...changes, [record]: settled }).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

group('the state of a page in each language', () => {
  const statesOf = (changes: Changes) => {
    const [twins = []] = twinStatesOf(load(changes).pageStates).filter(([twin]) => twin?.key === 'home');
    return Object.fromEntries(
      twins.map(({ language, status, since, sections }) => [language, [status, since, sections.length]]),
    );
  };
  const each = (state: unknown) => Object.fromEntries(languages.map(({ code }) => [code, state]));

  test('in step, since the last confirmation', () => {
    expect(statesOf(both('Say one.'))).toEqual(each(['inStep', recordedOn, 0]));
  });

  test('behind, or changed', () => {
    const states = statesOf(edited('Say one.', 'Say two.'));
    expect(states).toEqual({ ...each(['behind', recordedOn, 1]), [one.code]: ['changed', recordedOn, 1] });
  });

  test('changed in every language, or never confirmed', () => {
    const changes = { ...both('Say two.'), [record]: recordOf(both('Say one.')) };
    expect(statesOf(changes)).toEqual(each(['unconfirmed', recordedOn, 1]));
    expect(statesOf({ ...both('Say one.'), [record]: null })).toEqual(each(['unconfirmed', null, 0]));
  });

  test('of another structure, or with a mistake of its own', () => {
    expect(statesOf(edited('Say one.', '## Two'))).toEqual(each(['uneven', null, 0]));
    expect(statesOf(edited('Say one.', '[Nowhere](page:nowhere)'))).toEqual(each(['faulty', null, 0]));
  });

  test('a draft, and a translation that awaits review', () => {
    const draft = allTwins('services/post', { draft: 'true' });
    const [post = []] = twinStatesOf(load(draft).pageStates).filter(
      ([twin]) => twin?.key === 'services/post',
    );
    expect(post.map(({ status }) => status)).toEqual(languages.map(() => 'draft'));
    const translated = load(onePage('home', { translatedFrom: other.code })).pageStates;
    const awaiting = twinStatesOf(translated)
      .flat()
      .filter(({ awaitsReview }) => awaitsReview !== null);
    expect(awaiting).toMatchObject([{ key: 'home', language: one.code, awaitsReview: other.code }]);
  });
});

group('a record', () => {
  const text = fc
    .array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll(/\p{C}|\p{Z}/gu, 'x')),
      { maxLength: 5 },
    )
    .map((lines) => lines.join('\n').trim());
  const sections: fc.Arbitrary<RecordedSection[]> = fc.array(
    fc.record({
      day: fc.constantFrom(recordedOn, later),
      texts: fc.record(Object.fromEntries(languages.map(({ code }) => [code, text]))),
    }),
    { minLength: 1 },
  );

  test('is YAML that gives back every text to the letter', () => {
    fc.assert(
      fc.property(sections, (recorded) => {
        const file = `# A comment\n${writeRecord(recorded, languages)}`;
        expect(readRecord(file, languages)).toEqual(recorded);
        expect(parse(file)).toEqual(recorded.map(({ day, texts }) => ({ day, ...texts })));
      }),
    );
  });

  test('has a line for each line of text, so that work on two sections can be merged', () => {
    const file = recordOf(both('Say one.\n\n## Two\n\nSay three.'));
    for (const line of ['Say one.', '## Two', 'Say three.']) {
      expect(file.split('\n').filter((each) => each.trim().endsWith(line))).toHaveLength(languages.length);
    }
  });
});

group('values that are written differently in each language', () => {
  const values = (text: string, language = one) =>
    valuesOf([{ text, line: 1, column: 1 }], language).map(({ value }) => value);

  test.for(languages)('$code: a day in words is the same day', (language) => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-');
        const inWords = formatDay(day, language);
        expect(values(`A ${inWords} B`, language)).toEqual([day]);
        expect(values(`A ${dayOfMonth}/${month}/${year} B`, language)).toEqual([day]);
        expect(values(day, language)).toEqual([day]);
        expect(values(inWords.replace(/.\d{4}$/u, ''), language)).toEqual([day.slice(5)]);
        expect(values(inWords.replace(/^\S+\s/u, ''), language)).toEqual([day.slice(0, 7)]);
      }),
    );
  });

  test('a number is the same however its thousands are set apart', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        for (const separator of ['.', ' ', '\u00a0', '\u202f', '']) {
          const grouped = String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, separator);
          expect(values(`A ${grouped} B`)).toEqual([String(number)]);
        }
      }),
    );
  });

  test('a number stands apart from the one before it', () => {
    expect(values('High Street 16, 1000 Town')).toEqual(['16', '1000']);
    expect(values('In 2024 200 people')).toEqual(['2024', '200']);
  });

  test.for([
    ['an hour', '9.30', '9 h 30', '9u30', '09:30'],
    ['a share', '5 %', '5%', '5\u00a0%'],
    ['a decimal', '3,5', '3.5'],
    ['a telephone number', '02 501 04 11', '+32 2 501 04 11', '02/501.04.11'],
    ['an e-mail address', 'Info@site.example', 'info@site.example'],
  ])('%s', ([, first = '', ...others]) => {
    for (const each of others) expect(values(each).sort()).toEqual(values(first).sort());
    expect(values(first)).not.toEqual([]);
  });

  test('numbers in words are words', () => {
    expect(values('vijf, cinq, fünf, five')).toEqual([]);
  });

  test('a value keeps the line on which it stands', () => {
    const [first, second] = valuesOf([{ text: 'One\n2 and\n\n3', line: 7, column: 4 }], one);
    expect([first?.line, second?.line]).toEqual([8, 10]);
  });
});

group('a change in words', () => {
  test('shows what went and what came, with a little around it', () => {
    const before = `${'Long ago and far away. '.repeat(5)}There are 200 people.`;
    const shown = showChange(changeOf(before, before.replace('200', '220')));
    expect(shown).toContain('[-200-] [+220+]');
    expect(shown.length).toBeLessThan(before.length);
  });

  test('gives back both texts', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const parts = changeOf(before, after);
        const without = (kind: string) => parts.map((part) => (part.kind === kind ? '' : part.text)).join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });
});
