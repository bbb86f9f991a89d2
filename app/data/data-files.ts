import path from 'node:path';
import { getTranslations } from 'next-intl/server';
import { unitEvents } from '#lib/contacts/life-in-words.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { catalogueStatements } from '#lib/linked-data/catalogue-statements.ts';
import { jsonLd, type Statement, turtle } from '#lib/linked-data/statements.ts';
import { directoryStatements, unitStatements } from '#lib/linked-data/unit-statements.ts';
import { dataFeed } from '#lib/metadata/feeds.ts';
import {
  dataChangesPath,
  dataSince,
  type LinkedForm,
  linkedData,
  linkedForms,
  openData,
  unitDataPath,
} from '#lib/open-data/data-paths.ts';
import { directoryData, directoryJsonSchema, unitsOfData } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import type { Site } from '#lib/site/site.ts';

/** Makes the text of a file. */
export type FileWriter = (site: Site) => Promise<string> | string;

/** The directory as JSON with its schema and as tables, by path. */
const directoryFiles: Readonly<Record<string, FileWriter>> = {
  [openData.csv]: (site) => directoryTable(site),
  [openData.excel]: (site) => directoryTable(site, ';'),
  [openData.json]: async (site) => json(directoryData(site, await inEach(site, 'openData.reuse'))),
  [openData.schema]: (site) => json(directoryJsonSchema(site)),
};

/** The same files at the paths that they had before there were versions, which answer for good. */
export const unversionedFiles: Readonly<Record<string, FileWriter>> = Object.fromEntries(
  Object.entries(directoryFiles).map(([file, write]) => [`/data/${path.posix.basename(file)}`, write]),
);

/** Every file of the open data of this version, by path. */
export function dataFiles(site: Site): Readonly<Record<string, FileWriter>> {
  const linked = linkedForms.flatMap((form): [string, FileWriter][] => [
    [`${linkedData.directory}.${form}`, () => linkedText(directoryStatements(site), form)],
    [`${linkedData.catalogue}.${form}`, async () => linkedText(await catalogueOf(site), form)],
    ...unitsOfData(site).map((unit): [string, FileWriter] => [
      unitDataPath(unit.id, form),
      () => linkedText(unitStatements(site, unit), form),
    ]),
  ]);
  const feeds = site.languages.map((language): [string, FileWriter] => [
    dataChangesPath(language.code),
    async () => {
      const t = await getTranslations({ locale: language.code });
      const events = unitsOfData(site).flatMap((unit) => unitEvents(site, unit, language, t));
      return dataFeed(site, language, {
        title: t('openData.changes'),
        begun: t('openData.begun', { day: formatDay(dataSince, language) }),
        events,
      });
    },
  ]);
  return { ...directoryFiles, ...Object.fromEntries([...linked, ...feeds]) };
}

/** The response with a file; 404 without one. */
export async function fileResponse(write: FileWriter | undefined, site: Site, file: string): Promise<Response> {
  const text = await write?.(site);
  return new Response(text ?? null, {
    ...(text === undefined && { status: 404 }),
    headers: { 'Content-Type': mediaTypeOf(file) ?? '' },
  });
}

/** A value as JSON, indented. */
export function json(value: object | null): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function linkedText(statements: readonly Statement[], form: LinkedForm): string {
  return form === 'ttl' ? turtle(statements) : json(jsonLd(statements));
}

async function catalogueOf(site: Site): Promise<Statement[]> {
  const [title, reuse] = await Promise.all([inEach(site, 'openData.title'), inEach(site, 'openData.reuse')]);
  return catalogueStatements(site, { title, reuse });
}

/** A message in each language. */
async function inEach({ languages }: Site, key: 'openData.reuse' | 'openData.title'): Promise<Record<string, string>> {
  const texts = languages.map(async ({ code }) => [code, (await getTranslations({ locale: code }))(key)] as const);
  return Object.fromEntries(await Promise.all(texts));
}
