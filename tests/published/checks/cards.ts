import type { Element } from 'hast';
import { letterLines } from '#lib/contacts/address.ts';
import { formatPhone, internationalPhone } from '#lib/contacts/phone.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import type { Contact, Site } from '#lib/site/site.ts';
import { attributeOf, elementsOf, textOf } from '../document.ts';

/** The unit of a card, and the language of the page that contains it. */
export interface CardContext {
  readonly site: Site;
  readonly contact: Contact;
  readonly language: Language;
}

/** Every card of a document. */
export function cardsIn(tree: Parameters<typeof elementsOf>[0]): Element[] {
  return elementsOf(tree).filter((element) => attributeOf(element, 'dataContact') !== null);
}

/** Where a card differs from its record: additions, omissions, another order. */
export function cardFaults(card: Element, context: CardContext): string[] {
  const { contact, language } = context;
  const { email, form } = contact.channels ?? {};
  const own = contact.channels?.phone ?? [];
  const phone = numbersFor(context);
  const say = (value: Readonly<Record<string, string>>) => inLanguage(value, language.code);
  const links = linksIn(card);
  const numbers = links.filter(({ href }) => href.startsWith('tel:'));
  const faults: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown) => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b) faults.push(`${what}: ${a}, not ${b}`);
  };

  const name = say(contact.name) + (contact.brand ? ` (${say(contact.brand)})` : '');
  expect('heading', elementsOf(card, 'h2', 'h3', 'h4').map(textOf), [name]);
  expect(
    'numbers',
    numbers,
    phone.map(({ number }) => ({ href: `tel:${number}`, text: formatPhone(number) })),
  );
  const mailboxes = links.filter(({ href }) => /^mailto:[^?]*$/.test(href));
  expect('mailboxes', mailboxes, email ? [{ href: `mailto:${email}`, text: email }] : []);
  const web = [form, contact.website].flatMap((each) => (each ? say(each) : []));
  const shown = links.map(({ href }) => href).filter((href) => href.startsWith('https:'));
  expect('websites', shown, web);
  expect('address', addressIn(card), addressFor(context));
  expect('copied', copiesIn(card), [...own.map(({ number }) => internationalPhone(number)), ...(email ? [email] : [])]);
  expect('vCard', links.filter(({ href }) => href.endsWith('.vcf')).length, 1);
  if (!links.some(({ href }) => href === vcardPath(contact.id, language.code, '3.0'))) faults.push('another vCard');
  const order = ['tel:', 'mailto:', 'https:', contact.person, '<address>']
    .filter((each) => each !== undefined)
    .map((mark) => placeOf(card, mark))
    .filter((place) => place >= 0);
  expect(
    'order',
    order,
    order.toSorted((a, b) => a - b),
  );
  if (numbers.length + mailboxes.length + shown.length + addressIn(card).length === 0) {
    faults.push('there is no way to reach the unit');
  }
  return [...faults, ...certaintyFaults(card, context), ...absentWords(card, context)];
}

function linksIn(card: Element): { href: string; text: string }[] {
  return elementsOf(card, 'a').map((link) => ({ href: attributeOf(link, 'href') ?? '', text: textOf(link) }));
}

function addressIn(card: Element): string[] {
  return elementsOf(card, 'address').flatMap((address) => elementsOf(address, 'span').map(textOf));
}

/** The host that a card names as its source: the unit’s own site in the language of the reader, or another; null for this website. */
export function sourceOf({ site, contact: { source = '', website }, language }: CardContext): string | null {
  const hostOf = (url: string) => new URL(url).host.replace(/^www\./, '');
  const [host = ''] = source.split('/');
  if (host === hostOf(site.origin)) return null;
  const isOwn = website && Object.values(website).some((url) => hostOf(url) === host);
  return isOwn ? hostOf(inLanguage(website, language.code)) : host;
}

/** A card names the day, and the site that shows the facts in the reader’s language, only when the service or another site confirms them. */
function certaintyFaults(card: Element, context: CardContext): string[] {
  const { contact, language } = context;
  const { verified } = contact;
  const site = sourceOf(context);
  const confirmedBy = site === null ? 'source-text' : contact.confirmedBy;
  const days = elementsOf(card, 'time').map((time) => `${attributeOf(time, 'dateTime')} ${textOf(time)}`);
  const expected = confirmedBy === 'source-text' ? '' : `${verified} ${formatDay(verified, language)}`;
  return [
    ...(days.join() === expected ? [] : [`verified: "${days.join()}", not "${expected}"`]),
    ...(confirmedBy !== 'official-page' || (site !== '' && textOf(card).includes(`${site},`))
      ? []
      : [`the source "${site}" is absent`]),
  ];
}

/** The person, the labels of the numbers and the notes of the record that a card lacks. */
function absentWords(card: Element, { contact, language }: CardContext): string[] {
  const { person, contactFor, availability, channels = {} } = contact;
  const labels = (channels.phone ?? []).map(({ label }) => label);
  const words = [...labels, contactFor, availability?.words, channels.post, channels.visit];
  const text = textOf(card);
  return [person, ...words.map((each) => each && inLanguage(each, language.code))]
    .filter((each) => each !== undefined && !text.includes(each))
    .map((each) => `"${each}" is absent`);
}

/** The numbers of the unit; those of the organisation for a unit without any channel. */
function numbersFor({ site, contact }: CardContext): readonly { number: string }[] {
  const { phone, email, form } = contact.channels ?? {};
  if (phone) return phone;
  return email || form || contact.website ? [] : (site.organisation.channels?.phone ?? []).slice(0, 1);
}

/** The postal address of the unit; that of the organisation for a unit without any other channel; otherwise none. */
function addressFor({ site, contact, language }: CardContext): string[] {
  const { phone, email, form } = contact.channels ?? {};
  const own = letterLines(site, contact, language);
  const hasOtherWay = phone ?? email ?? form ?? contact.website;
  return own ?? (hasOtherWay ? [] : (letterLines(site, site.organisation, language) ?? []));
}

function copiesIn(card: Element): string[] {
  return elementsOf(card, 'copy-text').map((element) => attributeOf(element, 'text') ?? '');
}

/** Position of the first link of a kind, of a text or of the address in a card, counted in elements; -1 if absent. */
function placeOf(card: Element, mark: string): number {
  return elementsOf(card).findIndex((element) => {
    if (mark.startsWith('<')) return `<${element.tagName}>` === mark;
    if (mark.endsWith(':')) return (attributeOf(element, 'href') ?? '').startsWith(mark);
    return element.children.some((child) => child.type === 'text' && child.value.includes(mark));
  });
}
