import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isReachable } from '#lib/contacts/channels.ts';
import { languages } from '#lib/languages/languages.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { contactOf } from '#lib/site/site.ts';
import { choicePath, readHosting, site } from '../published-site.ts';
import {
  brokenLinks,
  brokenReferences,
  hrefsOf,
  strangeContacts,
  unpublishedContacts,
  unreachable,
} from './checks/links.ts';
import { faultsIn, languageOfDocument } from './document.ts';
import { sample } from './sample.ts';
import { choice, documents, pages, siteFiles } from './site.ts';

const { files } = readHosting();
const byPath = new Map([choice, ...pages].map((document) => [document.path, document]));
const others = new Set(Object.keys(files).filter((path) => siteFiles.has(files[path] ?? '') && !byPath.has(path)));
const broken = brokenLinks(site.origin, byPath, others);

it('Every path has its file, and every document its path', () => {
  expect(Object.values(files).filter((file) => !siteFiles.has(file))).toEqual([]);
  expect([...byPath.keys()].filter((path) => !(path in files))).toEqual([]);
});

it('Every internal link leads to a page without a redirect, and to an existing anchor', () => {
  expect(faultsIn(documents, broken)).toEqual([]);
});

it.each([
  ['/nl/bestaat-niet', 'does not lead to a page'],
  [`${site.origin}/nl/bestaat-niet`, 'does not lead to a page'],
  [`${pages[0]?.path}/`, 'does not lead to a page'],
  [`${pages[0]?.path}.html`, 'does not lead to a page'],
  [`${pages[0]?.path}#bestaat-niet`, 'does not lead to an anchor'],
  ['#bestaat-niet', 'does not lead to an anchor'],
  ['//example.org/', 'is not an address'],
  ['http://example.org/', 'is not an address'],
  ['page:services', 'is not an address'],
  ['diensten', 'is not an address'],
  ['', 'is not an address'],
])('The link check fails for "%s"', (href, fault) => {
  expect(broken(sample(`<a href="${href}">x</a>`))).toEqual([expect.stringContaining(fault)]);
});

it('No link of a page leads to a former host name of this site', () => {
  const { hosts = [] } = siteSchema.parse(parse(readFileSync('content/site.yaml', 'utf8')));
  expect(hosts).not.toEqual([]);
  const isOwn = (href: string) => URL.canParse(href) && hosts.includes(new URL(href).hostname.replace(/^www\./, ''));
  expect(faultsIn(documents, (document) => hrefsOf(document).filter(isOwn))).toEqual([]);
  expect(isOwn(`https://www.${hosts[0]}/nl`)).toBe(true);
});

it('The link check accepts an anchor with an accent', () => {
  expect(broken(sample('<a href="#contr%C3%B4le">x</a><h2 id="contrôle">x</h2>'))).toEqual([]);
});

it('Every part that a drawing uses exists', () => {
  expect(faultsIn(documents, brokenReferences)).toEqual([]);
  expect(brokenReferences(sample('<svg><use href="#door"></use></svg>'))).toEqual(['#door']);
});

it('Every page is reachable by links from the choice of language', () => {
  expect(unreachable(choicePath, byPath)).toEqual([]);
  const lonely = new Map([...byPath, ['/nl/eiland', sample('')]]);
  expect(unreachable(choicePath, lonely)).toEqual(['/nl/eiland']);
});

it('Every phone and e-mail link is in a contact record and has a matching label', () => {
  const records = [...site.contacts, ...site.authorities];
  expect(faultsIn(documents, strangeContacts(records, site.feedback))).toEqual([]);
});

it('Every phone number and e-mail address of the records is a link in each language', () => {
  for (const { tag } of languages) {
    const inLanguage = pages.filter((document) => languageOfDocument(document) === tag);
    expect.soft(unpublishedContacts(site.contacts, inLanguage), tag).toEqual([]);
  }
  const published = site.contacts.filter(isReachable);
  expect(published).not.toEqual([]);
  expect(unpublishedContacts(published, [sample('')])).not.toEqual([]);
});

const record = {
  ...contactOf(site, site.organisation.id),
  channels: { phone: [{ number: '+3225010411' }], email: 'ict@example.org' },
};

it.each([
  ['<a href="tel:02 501 04 11">02 501 04 11</a>', 'is not an international number'],
  ['<a href="tel:+32 2 501 04 11">02 501 04 11</a>', 'is not an international number'],
  ['<a href="tel:+3225010412">02 501 04 12</a>', 'is in no contact record'],
  ['<a href="tel:+3225010411">02 501 04 12</a>', 'is labelled'],
  ['<a href="tel:+3225010411">bel ons</a>', 'is labelled'],
  ['<a href="mailto:ict@example">ict@example</a>', 'is not an address'],
  ['<a href="mailto: ict@example.org">ict@example.org</a>', 'is not an address'],
  ['<a href="mailto:info@example.org">info@example.org</a>', 'is in no contact record'],
  ['<a href="mailto:ict@example.org">info@example.org</a>', 'is labelled'],
  ['<a href="mailto:ict@example.org?subject=&body=x">Report</a>', 'is not filled in'],
  ['<a href="mailto:ict@example.org?subject=A fault&body=x">Report</a>', 'is not filled in'],
  ['<a href="mailto:ict@example.org?subject=A&body=x&bcc=all@example.org">Report</a>', 'is not filled in'],
  ['<a href="mailto:ict@example.org?subject=A&body=x%0Ay">Report</a>', 'is not filled in'],
  ['<a href="mailto:info@example.org?subject=A&body=x">Report</a>', 'is in no contact record'],
])('The contact link check fails for %s', (html, fault) => {
  expect(strangeContacts([record])(sample(html))).toEqual([expect.stringContaining(fault)]);
});

it('The contact link check accepts correct links', () => {
  const html =
    '<a href="tel:+3225010411">02\u00a0501\u00a004\u00a011</a> <a href="mailto:ict@example.org">ict<wbr>@example.org</a>' +
    '<a href="mailto:ict@example.org?subject=A%20fault&body=x%0D%0Ay">Report</a>';
  expect(strangeContacts([record])(sample(html))).toEqual([]);
});
