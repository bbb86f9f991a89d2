import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { hoursInWords, lifeWithSuccessors } from '#lib/contacts/hours.ts';
import { type Language, languages } from '#lib/languages/languages.ts';
import { vcardPath, vcardVersions } from '#lib/open-data/data-paths.ts';
import type { VcardWords } from '#lib/open-data/vcard.ts';
import { expectedFacts } from '../contacts/vcard-facts.ts';
import { lineFaults } from '../contacts/vcard-lines.ts';
import { readWithIcal, readWithVcard4 } from '../contacts/vcard-readers.ts';
import { out, readHosting, root, site } from '../published-site.ts';
import { siteFiles } from './site.ts';

const cards = site.contacts.flatMap((contact) =>
  languages.flatMap((language) =>
    vcardVersions.map((version) => {
      const pagePath = vcardPath(contact.id, language.code, version);
      return { contact, language, version, pagePath, bytes: siteFiles.get(pagePath) ?? Buffer.alloc(0) };
    }),
  ),
);

/** The texts of the interface in a vCard. */
function wordsIn(language: Language): VcardWords {
  const messages = JSON.parse(readFileSync(path.join(root, 'messages', `${language.code}.json`), 'utf8'));
  const t = createTranslator({ locale: language.code, messages }) as Parameters<typeof hoursInWords>[1];
  return {
    person: (name) => t('contact.person', { name }),
    life: (unit) => lifeWithSuccessors(site, unit, language, t),
    hours: hoursInWords(language, t).hours,
  };
}

it('Every unit has a vCard in every language and version, and there are no others', () => {
  const published = Object.keys(readHosting().files).filter((pagePath) => pagePath.endsWith('.vcf'));
  expect(published.sort()).toEqual(cards.map(({ pagePath }) => pagePath).sort());
  expect(cards.length).toBe(site.contacts.length * languages.length * vcardVersions.length);
});

it('Hosts send vCards with their media type', () => {
  const { files } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
    files: readonly { path: string; type: string }[];
  };
  const types = files.filter((file) => file.path.endsWith('.vcf')).map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(['text/vcard; charset=utf-8']));
});

it.each(cards)('$pagePath contains everything in its record', ({ contact, language, version, bytes }) => {
  expect(readWithIcal(bytes.toString())).toEqual(expectedFacts(site, contact, language, wordsIn(language), version));
});

it.each(cards)('$pagePath is a valid vCard', ({ version, bytes }) => {
  expect(lineFaults(bytes, version)).toEqual([]);
  if (version === '4.0') expect(() => readWithVcard4(bytes.toString())).not.toThrow();
});

it('The vCards of a unit have the same UID in all languages, and no other unit has it', () => {
  const identities = cards.map(({ contact, bytes }) => `${contact.id} ${readWithIcal(bytes.toString()).uid}`);
  expect(new Set(identities).size).toBe(site.contacts.length);
});

it('Every vCard contains a way to reach the unit: a number, a mailbox, a form, an address or a page', () => {
  const unreachable = cards.filter(({ bytes }) => {
    const { phones, email, form, address, web } = readWithIcal(bytes.toString());
    return phones.length === 0 && !email && !form && !address && web.length === 0;
  });
  expect(unreachable.map(({ pagePath }) => pagePath)).toEqual([]);
});
