import path from 'node:path';
import { getTranslations } from 'next-intl/server';
import { hoursInWords, lifeWithSuccessors, unitEvents } from '#lib/contacts/hours.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { catalogueStatements } from '#lib/linked-data/catalogue-statements.ts';
import { jsonLd, type Statement, turtle } from '#lib/linked-data/statements.ts';
import { directoryStatements, unitStatements } from '#lib/linked-data/unit-statements.ts';
import { dataFeed } from '#lib/metadata/feeds.ts';
import { accessibilityReport, accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import {
  dataChangesPath,
  dataSince,
  type LinkedForm,
  linkedData,
  linkedForms,
  openData,
  unitDataPath,
  vcardPath,
  vcardVersions,
} from '#lib/open-data/data-paths.ts';
import { directoryData, directoryJsonSchema, unitsOfData } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import { vcard } from '#lib/open-data/vcard.ts';
import type { Site } from '#lib/site/site.ts';

/** What makes the text of each file, by path. */
type Files = Readonly<Record<string, () => Promise<string> | string>>;

/** Every data file of the site: the directory, linked data, the feed of changes, vCards, and the accessibility statement. */
export function dataFiles(site: Site): Files {
  const directory = directoryFiles(site);
  return {
    ...directory,
    // The same files at the paths that they had before there were versions, which answer for good.
    ...Object.fromEntries(
      Object.entries(directory).map(([file, write]) => [`/data/${path.posix.basename(file)}`, write]),
    ),
    ...(site.accessibility && { [accessibilityReportPath]: () => json(accessibilityReport(site)) }),
    ...linkedFiles(site),
    ...changeFeeds(site),
    ...vcards(site),
  };
}

function directoryFiles(site: Site): Files {
  return {
    [openData.csv]: () => directoryTable(site),
    [openData.excel]: () => directoryTable(site, ';'),
    [openData.json]: async () => json(directoryData(site, await inEach(site, 'openData.reuse'))),
    [openData.schema]: () => json(directoryJsonSchema(site)),
  };
}

function linkedFiles(site: Site): Files {
  const texts = (form: LinkedForm): Files => ({
    [`${linkedData.directory}.${form}`]: () => linkedText(directoryStatements(site), form),
    [`${linkedData.catalogue}.${form}`]: async () => linkedText(await catalogueOf(site), form),
    ...Object.fromEntries(
      unitsOfData(site).map((unit) => [
        unitDataPath(unit.id, form),
        () => linkedText(unitStatements(site, unit), form),
      ]),
    ),
  });
  return Object.assign({}, ...linkedForms.map(texts));
}

function changeFeeds(site: Site): Files {
  return Object.fromEntries(
    site.languages.map((language) => [
      dataChangesPath(language.code),
      async () => {
        const t = await getTranslations({ locale: language.code });
        return dataFeed(site, language, {
          title: t('openData.changes'),
          begun: t('openData.begun', { day: formatDay(dataSince, language) }),
          events: unitsOfData(site).flatMap((unit) => unitEvents(site, unit, language, t)),
        });
      },
    ]),
  );
}

/** One file per unit, language and version. */
function vcards(site: Site): Files {
  const files = unitsOfData(site).flatMap((unit) =>
    site.languages.flatMap((language) =>
      vcardVersions.map((version) => {
        const write = async () => {
          const t = await getTranslations({ locale: language.code });
          const person = (name: string) => t('contact.person', { name });
          const life = (contact: typeof unit) => lifeWithSuccessors(site, contact, language, t);
          return vcard(site, unit, language, { person, life, hours: hoursInWords(language, t).hours }, version);
        };
        return [vcardPath(unit.id, language.code, version), write];
      }),
    ),
  );
  return Object.fromEntries(files);
}

function json(value: object | null): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function linkedText(statements: readonly Statement[], form: LinkedForm): string {
  return form === 'ttl' ? turtle(statements) : json(jsonLd(statements));
}

async function catalogueOf(site: Site): Promise<Statement[]> {
  return catalogueStatements(site, await inEach(site, 'openData.title'), await inEach(site, 'openData.reuse'));
}

async function inEach({ languages }: Site, key: 'openData.reuse' | 'openData.title'): Promise<Record<string, string>> {
  const texts = languages.map(async ({ code }) => [code, (await getTranslations({ locale: code }))(key)] as const);
  return Object.fromEntries(await Promise.all(texts));
}
