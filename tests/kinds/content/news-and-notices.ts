import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#lib/languages/languages.ts';
import type { Urgency } from '#lib/records/notices.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';
import { frontMatter } from './front-matter.ts';

/*
 * What the public site does not have yet, for a build of its own: news of several years, notices of every reach, change notes. Nothing
 * in it is true.
 */

/** The day of the build with all this. */
export const fixtureDay = '2026-11-30';

/** The number of news items. */
export const newsCount = 60;

interface Words {
  readonly list: readonly [slug: string, title: string, summary: string];
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

const words: Readonly<Record<string, Words>> = {
  nl: {
    list: ['nieuws', 'Nieuws', 'Wat er nieuw is bij de Kanselarij, met het laatste bericht bovenaan.'],
    title: 'Een nieuwe balie in de Wetstraat 16',
    summary: 'De nieuwe balie van de Kanselarij is open voor iedereen met een afspraak & een vraag.',
    body: 'De balie is naast de ingang. Lees [wie wat doet](page:services) of [bel ons](page:contact).\n\n## Openingsuren\n\nDe balie is open van 9 tot 17 uur.\n\n- maandag tot en met donderdag\n- vrijdag, na afspraak',
  },
  fr: {
    list: ['actualites', 'Actualités', 'Les nouvelles de la Chancellerie, avec la plus récente en premier lieu.'],
    title: 'Un nouveau guichet au 16 rue de la Loi',
    summary: 'Le nouveau guichet de la Chancellerie est ouvert à tous, sur rendez-vous & pour toute question.',
    body: 'Le guichet est à côté de l’entrée. Lisez [qui fait quoi](page:services) ou [appelez-nous](page:contact).\n\n## Heures d’ouverture\n\nLe guichet est ouvert de 9 à 17 heures.\n\n- du lundi au jeudi\n- le vendredi, sur rendez-vous',
  },
};

/** The keys of the news items, the latest first: a dozen a year. */
export const newsKeys: readonly string[] = Array.from({ length: newsCount }, (_, index) => {
  const day = new Date(Date.UTC(2026, 10 - index, 20)).toISOString().slice(0, 10);
  return `news/${day}-${nameOf(index)}`;
});

/** A name without digits: `balie-a`, `balie-b`, … `balie-ab`. */
function nameOf(index: number): string {
  const letter = (number: number) => String.fromCharCode(97 + number);
  return `guichet-${index < 26 ? '' : letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`;
}

/** The picture of the first news item, a file of tests/fixtures/pictures. */
const picture = 'photo.jpg';

/** Adds the list of news and its items, in every language. The first item has a picture. */
export function addNews(copy: ProjectCopy): void {
  for (const { code } of languages) {
    const { list, title, summary, body } = wordsIn(code);
    const [slug, listTitle, listSummary] = list;
    const text = frontMatter({
      title: listTitle,
      summary: listSummary,
      slug,
      template: 'text',
      order: '9',
      updated: fixtureDay,
    });
    copy.write(`content/pages/news/${code}.mdx`, `${text}<NewsList />\n`);
    for (const [index, key] of newsKeys.entries()) {
      const day = key.slice(5, 15);
      const fields = {
        title: `${title} (${newsCount - index})`,
        summary: summary.replace(/\.$/, ` (${newsCount - index}).`),
        slug: `${slug}/${day}`,
        template: 'news',
        updated: day,
      };
      const about = { units: '[ict, budget]', pages: '[careers]' };
      const figure =
        index === 0 ? `\n\n<Figure file="${picture}" decorative credit="Ann Peeters" licence="cc-by-4.0" />` : '';
      copy.write(
        `content/${key}/${code}.mdx`,
        `${frontMatter({ ...fields, ...(index < 3 && about) })}${body}${figure}\n`,
      );
    }
  }
  const source = path.join(import.meta.dirname, '../../fixtures/pictures', picture);
  copy.write(`content/${newsKeys[0]}/${picture}`, readFileSync(source));
  // The former site had a page with news, which is gone until there is one again.
  const redirects = copy.read('content/redirects.yaml');
  copy.write('content/redirects.yaml', redirects.replace(/^- from: \/nl\/nieuws\n(?: .*\n)+/m, ''));
}

function wordsIn(code: string): Words {
  const found = words[code];
  if (!found) throw new Error(`The fixtures have no words in "${code}".`);
  return found;
}

/** A notice of the fixtures: where it is, and for how long. */
export interface FixtureNotice {
  readonly key: string;
  readonly urgency: Urgency;
  readonly reach: string;
  readonly begin: string;
  readonly end: string;
}

/** Twelve notices: every urgency on the whole site, on pages and about units; past, present and future. */
export const notices: readonly FixtureNotice[] = [
  { key: 'site-emergency', urgency: 'emergency', reach: 'everywhere: true', begin: fixtureDay, end: fixtureDay },
  { key: 'site-past', urgency: 'emergency', reach: 'everywhere: true', begin: '2026-11-01', end: '2026-11-29' },
  { key: 'site-future', urgency: 'emergency', reach: 'everywhere: true', begin: '2026-12-01', end: '2026-12-02' },
  { key: 'page-emergency', urgency: 'emergency', reach: 'pages: [legal]', begin: fixtureDay, end: '2026-12-05' },
  { key: 'page-important', urgency: 'important', reach: 'pages: [contact]', begin: '2026-11-01', end: fixtureDay },
  {
    key: 'page-information',
    urgency: 'information',
    reach: 'pages: [home, careers]',
    begin: '2026-11-01',
    end: '2026-12-31',
  },
  { key: 'page-past', urgency: 'important', reach: 'pages: [careers]', begin: '2025-01-01', end: '2025-02-01' },
  { key: 'page-future', urgency: 'important', reach: 'pages: [careers]', begin: '2027-01-01', end: '2027-02-01' },
  { key: 'unit-emergency', urgency: 'emergency', reach: 'units: [budget]', begin: fixtureDay, end: '2026-12-01' },
  { key: 'unit-important', urgency: 'important', reach: 'units: [ict]', begin: fixtureDay, end: '2026-12-01' },
  {
    key: 'unit-information',
    urgency: 'information',
    reach: 'units: [ict, personnel]',
    begin: fixtureDay,
    end: '2026-12-01',
  },
  {
    key: 'both',
    urgency: 'information',
    reach: 'pages: [about]\nunits: [budget]',
    begin: fixtureDay,
    end: '2026-12-01',
  },
];

const noticeWords: Readonly<Record<string, readonly [title: string, text: string]>> = {
  nl: ['Ons gebouw is gesloten', 'Kom niet langs. Bel ons of schrijf ons voor een nieuwe afspraak.'],
  fr: ['Notre bâtiment est fermé', 'Ne vous déplacez pas. Appelez-nous ou écrivez-nous pour un nouveau rendez-vous.'],
};

/** Adds the twelve notices. */
export function addNotices(copy: ProjectCopy): void {
  const inEach = (part: 0 | 1) => languages.map(({ code }) => `  ${code}: ${noticeWords[code]?.[part]}\n`).join('');
  for (const { key, urgency, reach, begin, end } of notices) {
    const text = `urgency: ${urgency}\n${reach}\nbegin: ${begin}\nend: ${end}\nmore: contact\ntitle:\n${inEach(0)}text:\n${inEach(1)}`;
    copy.write(`content/notices/${key}.yaml`, text);
  }
}

/** The pages with change notes, and the days of those. */
export const changedPages: Readonly<Record<string, readonly string[]>> = {
  legal: ['2026-11-29', '2026-06-01'],
  contact: ['2026-11-30'],
};

const changeWords: Readonly<Record<string, string>> = {
  nl: 'We antwoorden voortaan binnen een maand.',
  fr: 'Nous répondons désormais dans le mois.',
};

/** Adds change notes to pages, in every language. */
export function addChanges(copy: ProjectCopy): void {
  for (const [key, days] of Object.entries(changedPages)) {
    for (const { code } of languages) {
      const file = `content/pages/${key}/${code}.mdx`;
      const lines = days.map((day) => `  - {day: ${day}, text: ${changeWords[code]}}\n`).join('');
      copy.write(file, copy.read(file).replace(/^updated: .*\n/m, `updated: ${fixtureDay}\nchanges:\n${lines}`));
    }
  }
}
