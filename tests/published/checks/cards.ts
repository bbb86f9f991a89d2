import type { Element } from 'hast';
import { letterLines } from '#lib/contacts/address.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import type { Contact, Site } from '#lib/site/site.ts';
import { attributeOf, elementsOf, textOf } from '../document.ts';

/** The unit of a card, and the page that contains it. */
export interface CardContext {
  readonly site: Site;
  readonly contact: Contact;
  readonly language: Language;
  /** Address of the page. */
  readonly page: string;
  /** Address of the page where visitors report a mistake when the unit has no mailbox. */
  readonly contactPage: string;
}

/** Every card of a document. */
export function cardsIn(tree: Parameters<typeof elementsOf>[0]): Element[] {
  return elementsOf(tree).filter((element) => attributeOf(element, 'dataContact') !== null);
}

/** Where a card differs from its record: additions, omissions, another order. */
export function cardFaults(card: Element, context: CardContext): string[] {
  const { contact, language } = context;
  const { phone = [], email, form } = contact.channels ?? {};
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
  expect('copied', copiesIn(card), [
    ...phone.map(({ number }) => formatPhone(number)),
    ...(email ? [email] : []),
  ]);
  expect('vCard', links.filter(({ href }) => href.endsWith('.vcf')).length, 1);
  if (!links.some(({ href }) => href === vcardPath(contact.id, language.code))) faults.push('another vCard');
  expect(
    'verified',
    elementsOf(card, 'time').map((time) => [attributeOf(time, 'dateTime'), textOf(time)]),
    [[contact.verified, formatDay(contact.verified, language)]],
  );

  const order = ['tel:', 'mailto:', 'https:', contact.person, '<address>']
    .filter((each) => each !== undefined)
    .map((mark) => placeOf(card, mark))
    .filter((place) => place >= 0);
  expect(
    'order',
    order,
    order.toSorted((a, b) => a - b),
  );
  if (contact.person && !textOf(card).includes(contact.person)) faults.push('the person is absent');
  for (const label of phone.flatMap((each) => (each.label ? say(each.label) : []))) {
    if (!textOf(card).includes(label)) faults.push(`the label "${label}" is absent`);
  }
  for (const words of [
    contact.contactFor,
    contact.availability?.words,
    contact.channels?.post,
    contact.channels?.visit,
  ]) {
    if (words && !textOf(card).includes(say(words))) faults.push(`"${say(words)}" is absent`);
  }
  if (numbers.length + mailboxes.length + shown.length + addressIn(card).length === 0) {
    faults.push('there is no way to reach the unit');
  }
  return [
    ...faults,
    ...reportFaults(
      links.map(({ href }) => href),
      context,
    ),
  ];
}

function linksIn(card: Element): { href: string; text: string }[] {
  return elementsOf(card, 'a').map((link) => ({ href: attributeOf(link, 'href') ?? '', text: textOf(link) }));
}

function addressIn(card: Element): string[] {
  return elementsOf(card, 'address').flatMap((address) => elementsOf(address, 'span').map(textOf));
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

/** The report link must be a mail link about this unit and page, or lead to the contact page, except on that page itself. */
function reportFaults(
  hrefs: readonly string[],
  { site, contact, language, page, contactPage }: CardContext,
): string[] {
  const to = site.feedback ?? contact.channels?.email;
  if (!to) {
    const leads = hrefs.includes(contactPage);
    return leads === (page !== contactPage)
      ? []
      : [`mistakes are reported ${leads ? 'in a circle' : 'nowhere'}`];
  }
  const mails = hrefs.filter((href) => href.startsWith(`mailto:${to}?`));
  const fields = new URLSearchParams(mails[0]?.split('?')[1]?.replaceAll('+', '%2B'));
  const [subject, body] = [fields.get('subject') ?? '', fields.get('body') ?? ''];
  const unit = inLanguage(contact.name, language.code);
  return [
    ...(mails.length === 1 ? [] : [`${mails.length} mails report a mistake`]),
    ...(subject.includes(unit) ? [] : [`the subject is "${subject}"`]),
    ...(body.includes(unit) && body.includes(site.origin + page) ? [] : [`the mail says "${body}"`]),
  ];
}
