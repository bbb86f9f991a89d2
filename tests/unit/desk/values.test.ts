import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findingsByField, placesOfRecord } from '#desk/model/places.ts';
import { readTexts } from '#edit/project.ts';
import { spansIn, type ValuePath, valuesIn, withFieldValue } from '#edit/values.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const records = [...readTexts(root)].filter(
  ([file]) => /^content\/(contacts|notices)\//.test(file) || file === 'content/site.yaml',
);

const pathsIn = (value: unknown, at: ValuePath = []): ValuePath[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value).map(
    ([name, each]) => [Array.isArray(value) ? Number(name) : name, each] as const,
  );
  return entries.flatMap(([step, each]) => pathsIn(each, [...at, step]));
};
const differing = (before: string, after: string) => {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return a.length === b.length ? a.filter((line, index) => line !== b[index]).length : Number.POSITIVE_INFINITY;
};

test.each(records)('a changed value in %s is one changed line, and comes back byte for byte', (_, text) => {
  for (const each of pathsIn(parse(text))) {
    const value = each.reduce((around, step) => (around as Record<string, unknown>)[step], parse(text) as unknown);
    const other = typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : !value;
    const changed = withFieldValue(text, each, other);
    expect([each, differing(text, changed)]).toEqual([each, 1]);
    expect(withFieldValue(changed, each, value)).toBe(text);
  }
});

test.each(records)('a field of %s can be taken out and put back, and the others stay', (_, text) => {
  const content = parse(text) as Record<string, unknown>;
  const order = Object.keys(content);
  for (const [name, value] of Object.entries(content)) {
    const less = withFieldValue(text, [name], undefined);
    const { [name]: gone, ...others } = content;
    expect([name, parse(less) ?? {}]).toEqual([name, others]);
    const again = withFieldValue(less, [name], value, order);
    expect(parse(again)).toEqual(content);
    expect(Object.keys(parse(again) as object)).toEqual(order);
    expect(gone).toEqual(value);
  }
});

const record =
  'channels:\n  phone:\n    - number: "+3225010411" # central\n      label:\n        nl: a\n        fr: b\n  email: a@b.be\n';

test.each<[string, ValuePath, unknown, string]>([
  [
    'a value keeps its quotation marks',
    ['channels', 'phone', 0, 'number'],
    '+3225010412',
    record.replace('411"', '412"'),
  ],
  [
    'a new entry of a list follows the others',
    ['channels', 'phone', 1],
    { number: '+3225010499' },
    record.replace('fr: b\n', 'fr: b\n    - number: "+3225010499"\n'),
  ],
  ['a group that becomes empty goes away', ['channels', 'phone', 0], undefined, 'channels:\n  email: a@b.be\n'],
  [
    'a new group is made for a new value',
    ['address', 'street', 'nl'],
    'Wetstraat 16',
    `${record}address:\n  street:\n    nl: Wetstraat 16\n`,
  ],
  ['a field in the middle goes away alone', ['channels', 'email'], undefined, record.replace('  email: a@b.be\n', '')],
])('%s', (_, at, value, expected) => {
  expect(withFieldValue(record, at, value)).toBe(expected);
});

test('a text with a syntax error has no values', () => {
  expect(valuesIn('a: "b')).toBeNull();
});

test('the span of a field holds its name and its value', () => {
  const span = spansIn(record).find(({ path: at }) => at.join('.') === 'channels.email');
  expect(record.slice(span?.start, span?.end)).toBe('email: a@b.be');
});

test('a finding at the only field of an entry is shown at that field', () => {
  const text = 'phone:\n  - number: "0"\n';
  const found = findingsByField([{ file: 'a', line: 2, column: 13 }], placesOfRecord(text, 'a'), { a: text });
  expect([...found.keys()]).toEqual(['field-phone-0-number']);
});

test('any text can be a value, in any field, and changes nothing else', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...records), fc.nat(), words, ([, text], at, value) => {
      const paths = pathsIn(parse(text));
      const chosen = paths[at % paths.length] ?? [];
      const changed = withFieldValue(text, chosen, value);
      const [before, after] = [parse(text), parse(changed)];
      const valueAt = (all: unknown, path: ValuePath) =>
        path.reduce((around, step) => (around as Record<string, unknown>)[step], all);
      for (const each of paths) {
        expect(valueAt(after, each)).toEqual(each === chosen ? value : valueAt(before, each));
      }
    }),
    {
      numRuns: 100,
      examples: records.slice(0, 1).map((record): [typeof record, number, string] => [record, 0, 'x\u00a0']),
    },
  );
});
