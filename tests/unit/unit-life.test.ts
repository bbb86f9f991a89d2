import { createTranslator } from 'next-intl';
import { expect, describe as group, test } from 'vitest';
import { lifeInWords, lifeWithSuccessors } from '#lib/contacts/hours.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { unitStatements } from '#lib/linked-data/unit-statements.ts';
import { unitNode } from '#lib/metadata/unit-data.ts';
import { unitUri } from '#lib/open-data/data-paths.ts';
import { unitsData } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import { vcard } from '#lib/open-data/vcard.ts';
import { searchRecords } from '#lib/search/records.ts';
import { calledInstead, endingOf, formerUnits, parentOn, stateOn } from '#lib/site/life.ts';
import { contactOf, pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { hostingOf } from '#publish/hosts/hosting.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { readTable } from '../contacts/table.ts';
import { fixtureLanguages as languages } from '../fixture-site.ts';
import { type Edit, EditedSite } from './faults.ts';

/* Twelve events in the lives of units. Each is an edit of the small site; on its day every face agrees, and every old address answers. */

const messages = Object.fromEntries(
  await Promise.all(
    languages.map(async ({ code }) => [code, (await import(`../../messages/${code}.json`)).default] as const),
  ),
);
type Translator = Parameters<typeof lifeInWords>[3];
const translator = ({ code }: Language) =>
  createTranslator({ locale: code, messages: messages[code] }) as unknown as Translator;

/** What each face has of a unit, in one language. */
function facesOf(site: Site, id: string, language: Language) {
  const contact = contactOf(site, id);
  const name = inLanguage(contact.name, language.code);
  const t = translator(language);
  const words = {
    person: String,
    hours: () => [],
    life: () => lifeWithSuccessors(site, contact, language, t),
  };
  const card = vcard(site, contact, language, words, '4.0').replaceAll('\r\n ', '');
  const node = JSON.parse(JSON.stringify(unitNode(site, contact, language)));
  const json = unitsData(site).find((each) => each.id === unitUri(site.origin, id));
  const row = readTable(directoryTable(site)).find((each) => each['id'] === unitUri(site.origin, id));
  const found = searchRecords(site, language).filter(({ kind, names, title }) =>
    kind === 'unit' ? [title, ...names].includes(name) : false,
  );
  return { contact, name, card, node, json, row, found, life: lifeInWords(site, contact, language, t) };
}

/** Checks that directory, search, vCard, JSON-LD, JSON and table say the same of a unit: that it exists, or that it has ended. */
function expectAgreement(site: Site, id: string): void {
  const ending = endingOf(site, contactOf(site, id));
  const isListed = site.contacts.some((each) => each.id === id);
  expect(isListed).toBe(stateOn(contactOf(site, id), site.day) === 'present');
  expect(formerUnits(site).some((each) => each.id === id)).toBe(ending !== null);
  for (const language of languages) {
    const { contact, name, card, node, json, row, found, life } = facesOf(site, id, language);
    expect(json).toMatchObject({ name: contact.name });
    expect(row?.['until'] ?? '').toBe(contact.until ?? '');
    expect(json?.until).toBe(contact.until);
    expect(row?.['replaced_by'] ?? '').toBe(
      (contact.replacedBy ?? []).map((each) => unitUri(site.origin, each)).join(' '),
    );
    expect(json?.replacedBy?.join(' ') ?? '').toBe(row?.['replaced_by']);
    expect(node.dissolutionDate).toBe(ending?.until);
    if (ending) {
      expect(card).not.toMatch(/^(TEL|EMAIL|ADR)/m);
      expect(node).not.toHaveProperty('contactPoint');
      expect(life.join(' ')).toContain(ending.until.slice(0, 4));
      for (const successor of ending.successors) {
        const next = inLanguage(successor.name, language.code);
        expect(card.replaceAll('\\,', ',')).toContain(next);
        expect(card).toContain(`RELATED:${unitUri(site.origin, successor.id)}`);
        // Its former name leads to the unit that took its place.
        expect(found.map(({ title }) => title)).toContain(next);
      }
    } else if (isListed) {
      expect(found.map(({ title }) => title)).toContain(name);
    }
  }
}

const endToday = 'until: 2026-12-31\n';
const budget = 'content/contacts/budget.yaml';
const ict = 'content/contacts/ict.yaml';
const fido = 'content/contacts/fido.yaml';
const append = (file: string, text: string): Edit => ({ file, append: text });

interface Event {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The day after the event. */
  readonly day?: string;
  readonly ended?: Readonly<Record<string, readonly string[]>>;
  readonly planned?: readonly string[];
  /** Words in the life of a unit, in Dutch. */
  readonly says?: Readonly<Record<string, string>>;
}

const events: readonly Event[] = [
  {
    name: 'two units merge into a third',
    edits: [append(budget, `${endToday}replacedBy: [ict]\n`), append(fido, `${endToday}replacedBy: [ict]\n`)],
    ended: { budget: ['ict'], fido: ['ict'] },
  },
  {
    name: 'a unit with a page is split into two',
    edits: [append(ict, `${endToday}replacedBy: [budget, fido]\n`)],
    ended: { ict: ['budget', 'fido'] },
  },
  {
    name: 'a unit is replaced by one that begins on the day after',
    edits: [append(budget, `${endToday}replacedBy: [fido]\n`), append(fido, 'from: 2027-01-01\n')],
    ended: { budget: ['fido'] },
  },
  {
    name: 'a successor ends as well, and the first unit leads on to the second successor',
    edits: [append(budget, 'until: 2026-06-30\nreplacedBy: [fido]\n'), append(fido, `${endToday}replacedBy: [ict]\n`)],
    ended: { budget: ['ict'], fido: ['ict'] },
  },
  {
    name: 'a unit closes without a successor',
    edits: [append(budget, endToday)],
    ended: { budget: [] },
  },
  {
    name: 'a closed unit opens again',
    edits: [append(budget, 'until: 2026-06-30\nfrom: 2027-01-01\n')],
    says: { budget: 'Opnieuw open sinds 1 januari 2027.' },
  },
  {
    name: 'a unit is closed until it opens again',
    edits: [append(budget, 'until: 2026-06-30\nfrom: 2027-02-01\n')],
    ended: { budget: [] },
  },
  {
    name: 'a unit changes its name',
    edits: [
      {
        file: budget,
        replace: '  nl: Budget en Beheerscontrole\n  fr: Budget et Contrôle de gestion\n',
        with: '  nl: Financiën\n  fr: Finances\n',
      },
      append(
        budget,
        'formerNames:\n  - name: {nl: Budget en Beheerscontrole, fr: Budget et Contrôle de gestion}\n    until: 2026-12-31\n',
      ),
    ],
    says: { budget: 'Naam tot en met 31 december 2026: Budget en Beheerscontrole.' },
  },
  {
    name: 'a unit moves to another one',
    edits: [
      append(fido, 'partOf:\n  - unit: chancellery\n    until: 2026-12-31\n  - unit: budget\n    from: 2027-01-01\n'),
    ],
    says: { fido: 'Sinds 1 januari 2027 een deel van: Budget en Beheerscontrole.' },
  },
  {
    name: 'a unit with a page begins later',
    edits: [append(ict, 'from: 2027-06-01\n')],
    planned: ['ict'],
  },
  {
    name: 'the end of a unit is announced',
    edits: [append(budget, 'until: 2027-12-31\nreplacedBy: [ict]\n')],
    says: { budget: 'Deze dienst bestaat tot en met 31 december 2027.' },
  },
  {
    name: 'the page of a unit moves to another address',
    edits: [
      ...languages.map(({ code }) => ({
        file: `content/pages/services/ict/${code}.mdx`,
        replace: '/ict\ntemplate',
        with: '/informatica\ntemplate',
      })),
      {
        file: 'content/paths.yaml',
        replace: '/nl/diensten/ict: services/ict\n',
        with: '/nl/diensten/ict: services/ict\n/nl/diensten/informatica: services/ict\n/fr/services/informatica: services/ict\n',
      },
    ],
  },
];

group('the life of a unit', () => {
  test('has twelve events', () => expect(events.length).toBe(12));

  test.for(events)(
    '$name: every face agrees, and every address answers',
    ({ edits, ended = {}, planned = [], says = {} }) => {
      using edited = new EditedSite(edits);
      const { site, findings } = edited.load('2027-01-01');
      if (!site) throw new Error(JSON.stringify(findings));
      for (const id of ['budget', 'ict', 'fido']) {
        expectAgreement(site, id);
        expect(endingOf(site, contactOf(site, id))?.successors.map((each) => each.id)).toEqual(ended[id]);
        expect(stateOn(contactOf(site, id), site.day) === 'planned').toBe(planned.includes(id));
      }
      for (const [id, words] of Object.entries(says)) {
        const [dutch] = languages;
        if (dutch) expect(facesOf(site, id, dutch).life.join(' ').replaceAll('\u00a0', ' ')).toBe(words);
      }
      // Every path that was ever published, except of a page that waits for its unit: the release registers no such page.
      const files = site.pages.flatMap(({ twins }) => Object.values(twins).map(({ path }) => fileOfPage(path)));
      const { files: answering, redirects } = hostingOf(
        site,
        ['/404.html', ...files],
        new Map([['/404.html', { kind: 'plain', css: '' }]]),
      );
      const registered = [
        ...(edited
          .read()
          .get('content/paths.yaml')
          ?.matchAll(/^(\/[^:]+):/gm) ?? []),
      ].map(([, path = '']) => path);
      expect(registered.length).toBeGreaterThan(10);
      const lost = registered.filter((path) => !(path in answering) && !(path in redirects));
      expect(lost.filter((path) => !(planned.includes('ict') && path.endsWith('/ict')))).toEqual([]);
    },
  );

  test('one edit in one file ends a unit with a page, without an error', () => {
    using edited = new EditedSite([append(ict, `${endToday}replacedBy: [budget]\n`)]);
    const { site, findings } = edited.load('2027-01-01');
    expect(findings).toEqual([]);
    expect(site && twinOf(pageOf(site, 'services/ict'), 'nl').path).toBe('/nl/diensten/ict');
  });

  test('a number in a text becomes that of a successor, or the general one', () => {
    using merged = new EditedSite([append(ict, `${endToday}replacedBy: [fido, budget]\n`)]);
    const { site } = merged.load('2027-01-01');
    expect(site && calledInstead(site, contactOf(site, 'ict')).id).toBe('budget');
    using closed = new EditedSite([
      append(ict, endToday),
      append('content/contacts/chancellery.yaml', 'channels:\n  phone:\n    - number: "+3225010211"\n'),
    ]);
    const { site: other } = closed.load('2027-01-01');
    expect(other && calledInstead(other, contactOf(other, 'ict')).id).toBe('chancellery');
    expect(other && calledInstead(other, contactOf(other, 'budget')).id).toBe('budget');
  });

  test('a unit whose record has another id keeps every address, also below the former id', () => {
    using edited = new EditedSite([append(ict, 'formerIds: [helpdesk]\n')]);
    const { site } = edited.load('2027-01-01');
    if (!site) throw new Error('The content has errors.');
    const { redirects } = hostingOf(site, ['/404.html'], new Map([['/404.html', { kind: 'plain', css: '' }]]));
    expect(redirects).toMatchObject({
      '/id/helpdesk': '/id/ict',
      '/data/v1/units/helpdesk.ttl': '/data/v1/units/ict.ttl',
      '/data/v1/units/helpdesk.jsonld': '/data/v1/units/ict.jsonld',
      '/data/contacts/helpdesk.nl.vcf': '/data/contacts/ict.nl.vcf',
      '/data/contacts/helpdesk.fr.v3.vcf': '/data/contacts/ict.fr.v3.vcf',
    });
    expect(unitStatements(site, contactOf(site, 'ict'))).toContainEqual({
      subject: unitUri(site.origin, 'ict'),
      predicate: 'owl:sameAs',
      object: { iri: unitUri(site.origin, 'helpdesk') },
    });
  });

  test.for([
    ['2026-12-31', 'present'],
    ['2027-01-01', 'ended'],
    ['2027-05-31', 'ended'],
    ['2027-06-01', 'present'],
  ] as const)('a unit that closed and opened again on %s is %s', ([day, state]) => {
    expect(stateOn({ until: '2026-12-31', from: '2027-06-01' }, day)).toBe(state);
  });

  test('a unit that has ended stays part of the unit that it was part of on its last day', () => {
    using edited = new EditedSite([
      append(
        fido,
        'until: 2026-12-31\npartOf:\n  - unit: chancellery\n    until: 2026-12-31\n  - unit: budget\n    from: 2027-01-01\n',
      ),
    ]);
    const { site } = edited.load('2027-01-01');
    expect(site && parentOn(contactOf(site, 'fido'), site.day)).toBe('chancellery');
  });
});
