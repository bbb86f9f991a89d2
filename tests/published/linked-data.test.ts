import { expect, it } from 'vitest';
import { linkedData, unitDataPath } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { linesOf, readJsonLd, readTurtle, shapeFaults } from '../linked-data.ts';
import { readHosting, site } from '../published-site.ts';
import { siteFiles } from './site.ts';

const textOfFile = (file: string) => siteFiles.get(file)?.toString('utf8') ?? '';
const files = Object.values(linkedData);
const units = unitsOfData(site).map(({ id }) => unitDataPath(id, 'ttl').replace('.ttl', ''));

it.each([...files, ...units])('%s says the same as Turtle and as JSON-LD', async (file) => {
  const read = readTurtle(textOfFile(`${file}.ttl`));
  expect(read.length).toBeGreaterThan(0);
  expect(linesOf(await readJsonLd(JSON.parse(textOfFile(`${file}.jsonld`))))).toEqual(linesOf(read));
});

it.each(files)('%s violates no shape', async (file) => {
  expect(await shapeFaults(readTurtle(textOfFile(`${file}.ttl`)))).toEqual([]);
});

it('Everything that the catalogue, the directory and the identifiers name on this site answers', () => {
  const { files: answering } = readHosting();
  const named = files
    .flatMap((file) => readTurtle(textOfFile(`${file}.ttl`)))
    // A source may be a page of the former site, under the same host.
    .filter(({ predicate }) => predicate.value !== 'http://purl.org/dc/terms/source')
    .flatMap(({ subject, object }) => [subject, object])
    .flatMap(({ termType, value }) => (termType === 'NamedNode' && value.startsWith(site.origin) ? [value] : []))
    .map((iri) => iri.slice(site.origin.length).replace(/#.*/, ''));
  expect(named.length).toBeGreaterThan(0);
  expect([...new Set(named)].filter((path) => !(path in answering))).toEqual([]);
});
