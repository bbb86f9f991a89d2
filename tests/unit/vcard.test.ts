import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { contentLine, escapeComponents, escapeText } from '#lib/open-data/content-line.ts';
import { type VcardWords, vcard } from '#lib/open-data/vcard.ts';
import { type CardFacts, expectedFacts } from '../contacts/card-facts.ts';
import { readWithIcal, readWithVcard4 } from '../contacts/card-readers.ts';
import { lineFaults } from '../contacts/content-lines.ts';
import { anyPlace, anyRecord, peers, siteWith } from '../contacts/records.ts';

const words: VcardWords = {
  person: (name) => `→ ${name}`,
  hours: (hours) => hours.map(({ days, opens, closes }) => `${days.join()} ${opens}, ${closes}`),
};

const bytes = (card: string) => new TextEncoder().encode(card);

/** vcard4 splits the label of an address at commas, quoted or not. */
const withoutLetter = ({ letter, ...facts }: CardFacts) => facts;

group('no record loses anything on its way into an address book, in any language', () => {
  const everyCard = (look: (card: string, expected: CardFacts) => void, without?: RegExp) =>
    fc.assert(
      fc.property(anyRecord(without), anyPlace, fc.constantFrom(...peers), (record, place, language) => {
        const { site, contact } = siteWith(record, place);
        look(vcard(site, contact, language, words), expectedFacts(site, contact, language, words));
      }),
    );

  test('read by ical.js', () => {
    everyCard((card, expected) => {
      // It takes a backslash in the label of an address for an escape, also after RFC 6868.
      fc.pre(!expected.letter?.includes('\\'));
      expect(readWithIcal(card)).toEqual(expected);
    });
  });

  test('read by vcard4, which knows fewer lines and parameters than the RFCs', () => {
    // In texts it does not understand these signs as the RFC does: a text with a colon is an address to it, a semicolon ends
    // any text, quotation marks hold texts together, and an escaped backslash before an n is a line break.
    everyCard((card, expected) => {
      expect(withoutLetter(readWithVcard4(card))).toEqual(withoutLetter(expected));
    }, /[:;"\\]/g);
  });

  test('line by line', () => {
    everyCard((card) => {
      expect(lineFaults(bytes(card))).toEqual([]);
    });
  });
});

const card = (...lines: readonly string[]) =>
  ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');

group('a card that breaks a rule is found', () => {
  test.for([
    ['no last line break', card('FN:A').trimEnd(), 'does not end with CRLF'],
    ['a bare line break', card('FN:A\nB'), 'has a bare line break'],
    ['a long line', card(`FN:${'é'.repeat(40)}`), 'is longer than 75 octets'],
    ['an empty line', card(''), 'has an empty line'],
    ['a line without a name', card('no name'), 'is no content line'],
    ['an open quotation mark', card('ADR;LABEL="A:;;;;;;'), 'is no content line'],
    ['a parameter without a value', card('ADR;LABEL:;;;;;;'), 'is no content line'],
    ['a control character', card('FN:A\u0007'), 'is no content line'],
    ['another version', card('FN:A').replace('4.0', '3.0'), 'does not begin as version 4.0'],
    ['no end', card('FN:A').replace('END:VCARD\r\n', ''), 'does not end'],
  ] as const)('%s', ([, broken, fault]) => {
    expect(lineFaults(bytes(broken)).join('\n')).toContain(fault);
    expect(lineFaults(bytes(card('FN:A')))).toEqual([]);
  });

  test('a fold inside a character', () => {
    const whole = bytes(card('FN:é'));
    const middle = whole.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...whole.slice(0, middle), 13, 10, 32, ...whole.slice(middle)]);
    expect(lineFaults(folded)).toEqual(['is not UTF-8, or folded inside a character']);
  });

  test.for([
    ['a line that no RFC knows', card('FN:A', 'SHOE-SIZE:43')],
    ['two identities', card('FN:A', 'UID:a', 'UID:b')],
    ['no name', card('NOTE:A')],
  ] as const)('%s, by vcard4', ([, broken]) => {
    expect(() => readWithVcard4(broken)).toThrow();
  });
});

group('a content line', () => {
  const spaced = (line: string) => line.replaceAll('\r\n ', '');

  test('is folded at 75 octets, not at 75 characters, and never inside one', () => {
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

  test('escapes what means something in its value, and no more', () => {
    expect(escapeText('a,b;c\\d\ne')).toBe('a\\,b;c\\\\d\\ne');
    expect(escapeComponents(['a;b', '', 'c,d'])).toBe('a\\;b;;c\\,d');
  });

  test('writes parameters by RFC 6868', () => {
    expect(contentLine('ADR', '', { LABEL: 'a "b"\n^c' })).toBe('ADR;LABEL="a ^\'b^\'^n^^c":\r\n');
    expect(contentLine('TEL', 'tel:1', { TYPE: 'voice' }, 'phone1')).toBe('phone1.TEL;TYPE=voice:tel:1\r\n');
  });
});
