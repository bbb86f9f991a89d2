import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { type VcardVersion, vcardVersions } from '#lib/open-data/data-paths.ts';
import { contentLine, escapeComponents, escapeText, type VcardWords, vcard } from '#lib/open-data/vcard.ts';
import { anyPlace, anyRecord, peers, siteWith } from '../contacts/records.ts';
import { expectedFacts, type VcardFacts } from '../contacts/vcard-facts.ts';
import { lineFaults } from '../contacts/vcard-lines.ts';
import { readWithIcal, readWithVcard4 } from '../contacts/vcard-readers.ts';

const words: VcardWords = {
  person: (name) => `→ ${name}`,
  life: ({ until, formerNames = [] }) => [...(until ? [`† ${until}`] : []), ...formerNames.map((each) => each.until)],
  hours: (hours) => hours.map(({ days, opens, closes }) => `${days.join()} ${opens}, ${closes}`),
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** Without the label of the address, which vcard4 splits at commas even in quotes. */
const withoutLetter = ({ letter, ...facts }: VcardFacts) => facts;

group('the vCard of a random record', () => {
  type Check = (text: string, expected: VcardFacts, version: VcardVersion) => void;
  const everyVcard = (versions: readonly VcardVersion[], check: Check, without?: RegExp) =>
    fc.assert(
      fc.property(
        anyRecord(without),
        anyPlace,
        fc.constantFrom(...peers),
        fc.constantFrom(...versions),
        (record, place, language, version) => {
          const { site, contact } = siteWith(record, place);
          const text = vcard(site, contact, language, words, version);
          check(text, expectedFacts(site, contact, language, words, version), version);
        },
      ),
    );

  test('has all facts of the record, read by ical.js', () => {
    everyVcard(vcardVersions, (text, expected) => {
      // ical.js unescapes backslashes in the label of an address, contrary to RFC 6868.
      fc.pre(!expected.letter?.includes('\\'));
      // It takes a semicolon behind an escaped backslash for an escaped semicolon.
      fc.pre(!text.replaceAll('\r\n ', '').includes('\\\\;'));
      expect(readWithIcal(text)).toEqual(expected);
    });
  });

  test('has all facts of the record, read by vcard4', () => {
    // vcard4 misreads these characters in texts: a text with a colon is a URI, a semicolon ends it, quotation marks join texts, and
    // an escaped backslash before an n is a line break.
    everyVcard(
      ['4.0'],
      (text, expected) => {
        expect(withoutLetter(readWithVcard4(text))).toEqual(withoutLetter(expected));
      },
      /[:;"\\]/g,
    );
  });

  test('has only valid content lines', () => {
    everyVcard(vcardVersions, (text, _, version) => {
      expect(lineFaults(bytes(text), version)).toEqual([]);
    });
  });
});

const file = (...lines: readonly string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');

group('the checks of a vCard', () => {
  test.for([
    ['no last line break', file('FN:A').trimEnd(), 'does not end with CRLF'],
    ['a bare line break', file('FN:A\nB'), 'has a bare line break'],
    ['a long line', file(`FN:${'é'.repeat(40)}`), 'is longer than 75 octets'],
    ['an empty line', file(''), 'has an empty line'],
    ['a line without a name', file('no name'), 'is not a content line'],
    ['an open quotation mark', file('ADR;LABEL="A:;;;;;;'), 'is not a content line'],
    ['a parameter without a value', file('ADR;LABEL:;;;;;;'), 'is not a content line'],
    ['a control character', file('FN:A\u0007'), 'is not a content line'],
    ['another version', file('FN:A').replace('4.0', '3.0'), 'does not start as version 4.0'],
    ['no end', file('FN:A').replace('END:VCARD\r\n', ''), 'does not end with END:VCARD'],
  ] as const)('find %s', ([, broken, fault]) => {
    expect(lineFaults(bytes(broken), '4.0').join('\n')).toContain(fault);
    expect(lineFaults(bytes(file('FN:A')), '4.0')).toEqual([]);
  });

  test('find a fold inside a character', () => {
    const whole = bytes(file('FN:é'));
    const middle = whole.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...whole.slice(0, middle), 13, 10, 32, ...whole.slice(middle)]);
    expect(lineFaults(folded, '4.0')).toEqual(['is not UTF-8, or folded inside a character']);
  });

  test.for([
    ['an unknown property', file('FN:A', 'SHOE-SIZE:43')],
    ['two identities', file('FN:A', 'UID:a', 'UID:b')],
    ['no name', file('NOTE:A')],
  ] as const)('find %s, by vcard4', ([, broken]) => {
    expect(() => readWithVcard4(broken)).toThrow();
  });
});

group('a content line', () => {
  const spaced = (line: string) => line.replaceAll('\r\n ', '');

  test('is folded at 75 octets, between characters', () => {
    const line = contentLine('NOTE', '😀'.repeat(40));
    const lengths = line
      .trimEnd()
      .split('\r\n')
      .map((each) => Buffer.byteLength(each));
    expect(lengths).toEqual([73, 73, 21]);
    expect(contentLine('NOTE', 'a'.repeat(70))).not.toContain('\r\n ');
    expect(contentLine('NOTE', 'a'.repeat(71))).toContain('a\r\n a');
    expect(spaced(line)).toBe(`NOTE:${'😀'.repeat(40)}\r\n`);
  });

  test('escapes exactly the characters that are special in its value', () => {
    expect(escapeText('a,b;c\\d\ne')).toBe('a\\,b;c\\\\d\\ne');
    expect(escapeComponents(['a;b', '', 'c,d'])).toBe('a\\;b;;c\\,d');
  });

  test('encodes parameters by RFC 6868', () => {
    expect(contentLine('ADR', '', { LABEL: 'a "b"\n^c' })).toBe('ADR;LABEL="a ^\'b^\'^n^^c":\r\n');
    expect(contentLine('TEL', 'tel:1', { TYPE: 'voice' }, 'phone1')).toBe('phone1.TEL;TYPE=voice:tel:1\r\n');
  });
});
