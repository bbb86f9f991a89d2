import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { schemaFaults } from '../contacts/schema-validator.ts';
import { useFixtureContent } from '../fixture-site.ts';
import { linesOf, readJsonLd, readTurtle, shapeFaults } from '../linked-data.ts';
import { all, first, parse, textOf } from './html.ts';
import { build, copyProject, type Run } from './project-copy.ts';

/*
 * Twelve events in the lives of units, and a change of id, in one build for the day after them: the published pages, identifiers, vCards
 * and data agree, and every old address answers.
 */

const day = '2027-01-01';
const endToday = 'until: 2026-12-31\n';
const codes = ['nl', 'fr'] as const;
type Code = (typeof codes)[number];

/** A unit beside those of the fixture, named by its id in both languages; `until`, `from` and so on are its life. */
interface Unit {
  readonly id: string;
  readonly life: string;
  readonly page?: string;
}

/** What visitors find of a unit on the day after an event. */
interface Event {
  readonly name: string;
  readonly units: readonly Unit[];
  /** The units that have ended, each with those that took its place. */
  readonly ended?: Readonly<Record<string, readonly string[]>>;
  /** Words about a unit on the directory, in each language. */
  readonly words?: Readonly<Record<string, Readonly<Record<Code, string>>>>;
}

const events: readonly Event[] = [
  {
    name: 'two units that merge into a third',
    units: [
      { id: 'printing', life: `${endToday}replacedBy: [documents]\n` },
      { id: 'archives', life: `${endToday}replacedBy: [documents]\n` },
      { id: 'documents', life: '' },
    ],
    ended: { printing: ['documents'], archives: ['documents'] },
  },
  {
    name: 'a unit with a page that is split into two',
    units: [{ id: 'purchases', page: 'services/purchases', life: `${endToday}replacedBy: [documents, helpdesk]\n` }],
    ended: { purchases: ['documents', 'helpdesk'] },
  },
  {
    name: 'a unit that is replaced by one that begins on the day after',
    units: [
      { id: 'protocol', life: `${endToday}replacedBy: [ceremonies]\n` },
      { id: 'ceremonies', life: 'from: 2027-01-01\n' },
    ],
    ended: { protocol: ['ceremonies'] },
  },
  {
    name: 'a unit whose successor ends as well',
    units: [
      { id: 'typing', life: 'until: 2026-06-30\nreplacedBy: [writing]\n' },
      { id: 'writing', life: `${endToday}replacedBy: [documents]\n` },
    ],
    ended: { typing: ['documents'], writing: ['documents'] },
  },
  {
    name: 'a unit that closes without a successor',
    units: [{ id: 'press', life: endToday }],
    ended: { press: [] },
  },
  {
    name: 'a closed unit that opens again',
    units: [{ id: 'library', life: 'until: 2026-06-30\nfrom: 2027-01-01\n' }],
    words: {
      library: { nl: 'Opnieuw open sinds 1 januari 2027.', fr: 'De nouveau ouvert depuis le 1er janvier 2027.' },
    },
  },
  {
    name: 'a unit that is closed until it opens again',
    units: [{ id: 'canteen', life: 'until: 2026-06-30\nfrom: 2027-02-01\n' }],
    ended: { canteen: [] },
  },
  {
    name: 'a unit that changes its name',
    units: [
      {
        id: 'finances',
        life: 'formerNames:\n  - name: {nl: Schatkist, fr: Trésor}\n    until: 2026-12-31\n',
      },
    ],
    words: {
      finances: {
        nl: 'Naam tot en met 31 december 2026: Schatkist.',
        fr: 'Nom jusqu’au 31 décembre 2026 inclus : Trésor.',
      },
    },
  },
  {
    name: 'a unit that moves to another one',
    units: [
      {
        id: 'travel',
        life: 'partOf:\n  - unit: budget\n    until: 2026-12-31\n  - unit: documents\n    from: 2027-01-01\n',
      },
    ],
    words: {
      travel: {
        nl: 'Sinds 1 januari 2027 een deel van: Unit documents.',
        fr: 'Depuis le 1er janvier 2027, fait partie de : Unit documents.',
      },
    },
  },
  {
    name: 'a unit with a page that begins later',
    units: [{ id: 'shop', page: 'services/shop', life: 'from: 2027-06-01\n' }],
  },
  {
    name: 'a unit whose end is announced',
    units: [{ id: 'welcome', life: 'until: 2027-12-31\nreplacedBy: [documents]\n' }],
    words: {
      welcome: {
        nl: 'Deze dienst bestaat tot en met 31 december 2027.',
        fr: 'Ce service existe jusqu’au 31 décembre 2027 inclus.',
      },
    },
  },
  { name: 'a unit whose page moves to another address', units: [{ id: 'garage', page: 'services/garage', life: '' }] },
  { name: 'a unit whose record gets another id', units: [{ id: 'helpdesk', life: 'formerIds: [support]\n' }] },
];
const units = events.flatMap((event) => event.units);
const endings = Object.assign({}, ...events.map(({ ended = {} }) => ended)) as Record<string, readonly string[]>;

const copy = copyProject('unit-life');
const site = (file: string) => readFileSync(path.join(copy.root, 'out/site', file), 'utf8');
const hosting = () => JSON.parse(readFileSync(path.join(copy.root, 'out/hosting.json'), 'utf8')) as Hosting;
const mainOf = (file: string) => first(parse(site(file)), 'main');
const directories: Readonly<Record<Code, string>> = { nl: '/nl/diensten', fr: '/fr/services' };
/** Words with ordinary spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
let run: Run;

/** The element with an id in a tree; throws unless there is exactly one. */
function byId(tree: Element, id: string): Element {
  const found: Element[] = [];
  visit(tree, 'element', (node) => void (node.properties['id'] === id && found.push(node)));
  const [element, ...others] = found;
  if (!element || others.length > 0) throw new Error(`${found.length} elements have the id ${id}.`);
  return element;
}

const linksOf = (tree: Element) => all(tree, 'a').map(({ properties }) => String(properties['href']));

/** The record of a unit, in the kind whose pages are service pages. */
function recordOf({ id, life, page }: Unit, index: number): string {
  return `kind: support-service
order: ${index + 10}
${/^partOf:/m.test(life) ? '' : 'parent: chancellery\n'}name: {nl: Unit ${id}, fr: Unit ${id}}
purpose:
  nl: Helpt de collega’s van de Kanselarij met ${id}.
  fr: Aide les collègues de la Chancellerie avec ${id}.
${page ? `page: ${page}\n` : ''}channels:
  phone:
    - number: "+32250106${String(index + 10)}"
verified: 2026-11-21
confirmedBy: source-text
${life}`;
}

const summaries: Readonly<Record<Code, (id: string) => string>> = {
  nl: (id) => `summary: De dienst ${id} helpt de collega’s van de Kanselarij in hun werk.`,
  fr: (id) => `summary: Le service ${id} aide les collègues de la Chancellerie dans leur travail.`,
};

/** Writes the page of a unit, with the text of the page on ICT, as confirmed in both languages. */
function writePage({ id, page }: Unit, index: number): void {
  const own = (code: Code, text: string) =>
    text
      .replaceAll('title: ICT', `title: Unit ${id}`)
      .replace(code === 'nl' ? /summary: De ICT.*/ : /summary: Le service ICT.*/, summaries[code](id));
  for (const code of codes) {
    const twin = own(code, copy.read(`content/pages/services/ict/${code}.mdx`))
      .replace(/^(slug: .*\/)ict$/m, `$1${id === 'garage' ? 'motor-pool' : id}`)
      .replace(/^order: .*/m, `order: ${index + 10}`)
      .replace('contact: ict', `contact: ${id}`);
    copy.write(`content/pages/${page}/${code}.mdx`, twin);
  }
  const confirmed = codes.reduce((text, code) => own(code, text), copy.read('content/pages/services/ict/in-step.yaml'));
  copy.write(`content/pages/${page}/in-step.yaml`, confirmed);
}

beforeAll(async () => {
  useFixtureContent(copy.root);
  for (const [index, unit] of units.entries()) {
    copy.write(`content/contacts/${unit.id}.yaml`, recordOf(unit, index));
    if (unit.page) writePage(unit, index);
  }
  const moved = codes.map((code) => `${directories[code]}/garage: services/garage\n`);
  copy.write('content/paths.yaml', copy.read('content/paths.yaml') + moved.join(''));
  run = await copy.run(build, { SITE_DAY: day });
});
afterAll(() => copy.remove());

group('a site on the day after twelve events', () => {
  test('is built', () => expect(run.code, run.output).toBe(0));

  test.for(events)(
    'has a directory that lists those that exist, and leads on from those that have ended: $name',
    (event) => {
      for (const code of codes) {
        const main = mainOf(`${directories[code]}.html`);
        const [listed] = all(main, 'div').filter(({ properties }) => 'dataEntries' in properties);
        for (const { id } of event.units) {
          const isListed = listed !== undefined && all(listed, 'li').some(({ properties }) => properties['id'] === id);
          expect(isListed, id).toBe(id !== 'shop' && !(id in endings));
          if (id === 'shop') continue;
          const entry = byId(main, id);
          const words = plain(textOf(entry));
          expect(words).toContain(event.words?.[id]?.[code] ?? `Unit ${id}`);
          const links = linksOf(entry);
          expect(links.some((link) => link.startsWith('tel:+32250106'))).toBe(isListed);
          if (isListed) continue;
          expect(words).toMatch(
            code === 'nl' ? /bestond tot en met 3[01] \w+ 2026\./ : /a existé jusqu’au 3[01] \p{L}+ 2026 inclus\./u,
          );
          for (const next of endings[id] ?? []) expect(links).toContain(`${directories[code]}#${next}`);
        }
      }
    },
  );

  test.for(events)('has the same in the identifier, the vCards and the data of each unit: $name', (event) => {
    const { units: data } = JSON.parse(site('/data/v1/directory.json'));
    for (const { id, page } of event.units) {
      const record = data.find((each: { id: string }) => each.id.endsWith(`/id/${id}`));
      expect(record).toMatchObject({ name: { nl: `Unit ${id}`, fr: `Unit ${id}` } });
      const successors = (record.replacedBy ?? []).map((uri: string) => uri.replace(/.*\//, ''));
      const turtle = site(`/data/v1/units/${id}.ttl`);
      for (const uri of [...(record.replacedBy ?? []), ...(record.formerIds ?? [])])
        expect(turtle).toContain(`<${uri}>`);
      expect(turtle.includes('schema:dissolutionDate')).toBe(record.until !== undefined);
      const links = linksOf(mainOf(`/id/${id}.html`));
      for (const code of codes) {
        const isWaiting = id === 'shop';
        const slug = id === 'garage' ? 'motor-pool' : id;
        const target = page && !isWaiting ? `${directories[code]}/${slug}` : `${directories[code]}#${id}`;
        if (!isWaiting) expect(links).toContain(target);
        for (const file of [`/data/contacts/${id}.${code}.vcf`, `/data/contacts/${id}.${code}.v3.vcf`]) {
          const card = site(file).replaceAll('\r\n ', '');
          expect(/^TEL/m.test(card)).toBe(!(id in endings));
          for (const next of endings[id] ?? []) expect(card).toContain(`Unit ${next}`);
        }
      }
      // The data have the direct successor, which has ended as well here; pages and vCards lead on to the last.
      if (id in endings && id !== 'typing') expect(endings[id]).toEqual(successors);
    }
  });

  test('keeps the page of the unit that was split, which says so and leads on, without its number', () => {
    for (const [code, words] of [
      ['nl', 'De dienst bestond tot en met 31 december 2026.'],
      ['fr', 'Le service a existé jusqu’au 31 décembre 2026 inclus.'],
    ] as const) {
      const main = mainOf(`${directories[code]}/purchases.html`);
      expect(plain(textOf(main))).toContain(words);
      expect(linksOf(main)).toEqual(
        expect.arrayContaining([`${directories[code]}#documents`, `${directories[code]}#helpdesk`]),
      );
      expect(linksOf(main).some((link) => link.startsWith('tel:+32250106'))).toBe(false);
    }
    expect(site('/sitemap.xml')).toContain('/nl/diensten/purchases');
  });

  test('has no page yet of the unit that begins later, and redirects from the old path of the page that moved', () => {
    const { redirects } = hosting();
    for (const directory of Object.values(directories)) {
      expect(existsSync(path.join(copy.root, `out/site${directory}/shop.html`))).toBe(false);
      expect(redirects[`${directory}/garage`]).toBe(`${directory}/motor-pool`);
      expect(plain(textOf(mainOf(`${directory}/motor-pool.html`)))).toContain('Unit garage');
    }
  });

  test('leads from the former id of a record to its identifier, data, vCards and entry', () => {
    const { redirects, files } = hosting();
    const moved = Object.entries(redirects).filter(([from]) => /[/]support(?:[.]|$)/.test(from));
    expect(moved).toHaveLength(1 + 2 + 2 * codes.length);
    for (const [from, to] of moved) {
      expect(to).toBe(from.replace('support', 'helpdesk'));
      expect(files).toHaveProperty([to]);
    }
    for (const directory of Object.values(directories)) {
      expect(byId(byId(mainOf(`${directory}.html`), 'helpdesk'), 'support').tagName).toBe('span');
    }
  });

  test('answers at every path that was registered before', () => {
    const { files, redirects } = hosting();
    const registered = [...copy.read('content/paths.yaml').matchAll(/^(\/[^:]+):/gm)].map(([, each = '']) => each);
    expect(registered.length).toBeGreaterThan(10);
    expect(registered.filter((each) => !(each in files) && !(each in redirects))).toEqual([]);
  });

  test('has links to units that lead to pages and entries of the site', () => {
    const { files } = hosting();
    for (const directory of Object.values(directories)) {
      const main = mainOf(`${directory}.html`);
      const inside = linksOf(main).filter((link) => /^[/](?:nl|fr|data|id)[/]/.test(link));
      for (const link of inside) {
        const [target = '', anchor] = link.split('#');
        expect(files, link).toHaveProperty([target]);
        if (anchor && target === directory) byId(main, anchor);
      }
    }
  });

  test('has data that are valid by their schema and by the shapes of CPOV, and say the same in both forms', async () => {
    expect(
      schemaFaults(JSON.parse(site('/data/v1/directory.schema.json')))(JSON.parse(site('/data/v1/directory.json'))),
    ).toEqual([]);
    const read = readTurtle(site('/data/v1/directory.ttl'));
    expect(await shapeFaults(read)).toEqual([]);
    expect(linesOf(await readJsonLd(JSON.parse(site('/data/v1/directory.jsonld'))))).toEqual(linesOf(read));
  });

  test('announces the ends, the move and the new name in the feed of changes', () => {
    const feed = site('/data/v1/changes.fr.atom');
    for (const words of [
      'Adressez-vous désormais à : Unit documents et Unit helpdesk',
      'fait partie de : Unit documents',
      'Trésor',
    ]) {
      expect(plain(feed)).toContain(words);
    }
  });
});
