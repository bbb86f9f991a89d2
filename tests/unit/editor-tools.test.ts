import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { gateMessages } from '#edit/report/describe.ts';
import { editorFiles, editorFolder } from '#edit/tools/files.ts';
import { editorSchemas, type JsonSchema, jsonSchemaOf } from '#edit/tools/schemas.ts';
import { snippetsOf } from '#edit/tools/snippets.ts';
import { loadSite } from '#gate/load.ts';
import { componentNames } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { frontMatterSchema } from '#lib/records/page.ts';
import type { FindingCode } from '../rules/all-rules.ts';
import { cleanFiles, EditedSite, editsOf, expectedOf, faults } from './faults.ts';

const root = path.resolve(import.meta.dirname, '../..');
const messages = gateMessages(root, languages);
const schemas = editorSchemas(languages);
/** The messages of a language. */
const messagesOf = (code: string) => messages[code] as Record<string, Record<string, Record<string, string> | string>>;
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Every file below a folder of the project, by its path from the root. */
const filesBelow = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

test('.vscode/settings.json assigns every schema to its files', () => {
  const assigned = schemas.flatMap(({ name, files }) =>
    files === null ? [] : [[`./${editorFolder}/schemas/${name}.json`, files]],
  );
  expect(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']).toEqual(Object.fromEntries(assigned));
});

group('the explanations of fields', () => {
  /** Every field of a schema, at any depth, with its path. */
  function fieldsOf(schema: JsonSchema, place: string): [string, JsonSchema][] {
    const { properties = {}, items, additionalProperties } = schema;
    return [
      ...Object.entries(properties).flatMap(([field, each]): [string, JsonSchema][] => [
        [`${place}.${field}`, each],
        ...fieldsOf(each, `${place}.${field}`),
      ]),
      ...(items ? fieldsOf(items, `${place}[]`) : []),
      ...(typeof additionalProperties === 'object'
        ? [[`${place}.*`, additionalProperties] as [string, JsonSchema]]
        : []),
    ];
  }
  const fields = schemas.flatMap((each) => fieldsOf(jsonSchemaOf(each, languages, messages), each.name));

  test.for(fields)('explain %s in every language', ([, field]) => {
    for (const { name } of languages) {
      expect(field['description']).toMatch(new RegExp(`^${name}: .{4}`, 'm'));
      expect(field['markdownDescription']).toMatch(new RegExp(`^\\*\\*${name}\\*\\* — .{4}`, 'm'));
    }
  });

  test('cover every field: no schema uses references or other ways to add fields', () => {
    const keywords = /"(?:\$ref|\$defs|definitions|allOf|patternProperties|prefixItems)":/;
    for (const each of schemas) expect(JSON.stringify(jsonSchemaOf(each, languages, messages))).not.toMatch(keywords);
  });

  const [{ code }] = languages as [(typeof languages)[number]];
  const keys = [
    ...Object.entries(messagesOf(code)['fields'] ?? {}).flatMap(([name, each]) =>
      Object.keys(each).map((field) => ['fields', name, field]),
    ),
    ...['components', 'snippets'].flatMap((name) =>
      Object.keys(messagesOf(code)[name] ?? {}).map((key) => [name, key]),
    ),
  ];
  test.for(keys.map((each) => each.join('.')))('need the message %s', (key) => {
    const fewer = structuredClone(messagesOf(code));
    const steps = key.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce((tree: Record<string, unknown>, step) => tree[step] as typeof tree, fewer);
    delete parent[last];
    expect(() => editorFiles({ languages, messages: { ...messages, [code]: fewer } })).toThrow(key);
  });
});

const ajv = new Ajv({ allErrors: true, strict: true });
ajvFormats(ajv);
// Keywords of the YAML extension.
for (const keyword of ['markdownDescription', 'patternErrorMessage']) ajv.addKeyword(keyword);
const validators = new Map(schemas.map((each) => [each.name, ajv.compile(jsonSchemaOf(each, languages, messages))]));

/** The kind of a file of `content/` and its YAML; null when it has none. */
function yamlOf(file: string, text: string): { kind: string; yaml: string } | null {
  if (file.endsWith('.mdx')) {
    const [, yaml] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
    return yaml === undefined ? null : { kind: 'page', yaml };
  }
  const kind = schemas.find(({ files }) => files !== null && path.matchesGlob(file, files))?.name;
  return kind === undefined ? null : { kind, yaml: text };
}

/** The errors of a text against a schema; null when it is not YAML. */
function faultsIn(kind: string, yaml: string): string[] | null {
  const validate = validators.get(kind);
  if (!validate) throw new Error(`No schema for ${kind}.`);
  let value: unknown;
  try {
    value = parse(yaml);
  } catch {
    return null;
  }
  return validate(value) ? [] : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
}

group('a file that the gate accepts', () => {
  const faulty = new Set(loadSite({ root, languages, drafts: true }).findings.map(({ file }) => file));
  const real = filesBelow('content').filter((file) => !file.endsWith('.md') && !faulty.has(file));
  test.for(real)('is accepted by the schemas: %s', (file) => {
    const place = yamlOf(file, read(file));
    expect(place).not.toBeNull();
    expect(faultsIn(place?.kind ?? '', place?.yaml ?? '')).toEqual([]);
  });

  test('is accepted by the schemas in the site that the faulty edits change', () => {
    using site = new EditedSite();
    const files = [...site.read()].filter(([file]) => cleanFiles.includes(file));
    expect(files.length).toBeGreaterThan(0);
    for (const [file] of files) {
      const place = yamlOf(file, readFileSync(path.join(site.root, file), 'utf8'));
      expect(faultsIn(place?.kind ?? '', place?.yaml ?? '')).toEqual([]);
    }
  });
});

/** The rules on the fields of one file. C034 also applies to links in the body of a page. */
const ofFields: readonly FindingCode[] = [
  ...(['C003', 'C004', 'C005', 'C006', 'C007', 'C008', 'C009', 'C034', 'C051'] as const),
  ...(['C072', 'C073', 'C074', 'C075', 'C078', 'C150', 'C152', 'C153'] as const),
];
const isOfFields = ({ code, file }: { readonly code: FindingCode; readonly file: string }) =>
  ofFields.includes(code) && !(code === 'C034' && file.endsWith('.mdx'));

/** Faulty edits that a JSON Schema cannot detect, and why. */
const beyondSchemas: Readonly<Record<string, string>> = {
  'fields: a translation from a language that the site does not have':
    'a schema does not know the languages of the site',
  'fields: an empty slug': 'only the home page may have one, and a schema does not know the page',
  'records: a phone number that lost a digit': 'a schema does not know the length of numbers in each country',
  'records: hours that end before they begin': 'a schema cannot compare two values',
  'records: a day twice': 'a schema cannot compare two values',
  'records: hours past midnight that run into the next morning': 'a schema cannot compare two values',
  'records: a closure and an opening on one day of it': 'a schema cannot compare two values',
  'records: an old address in a language of no page that leads to a page':
    'a schema does not know the languages of the site',
  'records: an organisation without an address': 'only one record needs it, and a schema does not know which',
  'units: a source of a fact that the record lacks': 'a schema cannot compare a value with the name of a field',
  'units: two sources of one fact': 'a schema cannot compare two values',
  'neighbours: a language that does not exist': 'a schema does not list the languages of the world',
  'neighbours: the letter box behind the number of the house': 'a schema does not know the words for a letter box',
  'pictures: a licence that does not exist': 'no schema describes the body of a page',
};

group('a field that the gate refuses', () => {
  const rows = faults.flatMap((fault) => {
    const inFile = expectedOf(fault).filter((each) => each.file === fault.file && isOfFields(each));
    return inFile.length > 0 && !fault.delete ? [[`${fault.area}: ${fault.name}` as string, fault] as const] : [];
  });

  test.for(rows)('is refused by the schemas, unless they cannot detect it: %s', ([title, fault]) => {
    using site = new EditedSite(editsOf(fault));
    const place = yamlOf(fault.file, readFileSync(path.join(site.root, fault.file), 'utf8'));
    const found = place && faultsIn(place.kind, place.yaml);
    if (title in beyondSchemas) expect(found).toEqual([]);
    else expect(found?.length ?? 0).toBeGreaterThan(0);
  });

  test('is in the corpus of faulty edits when it is listed as undetectable', () => {
    const titles = rows.map(([title]) => title);
    expect(Object.keys(beyondSchemas).filter((title) => !titles.includes(title))).toEqual([]);
  });
});

group('snippets', () => {
  test.for(languages)('exist in $name for every component and every field of a page', (language) => {
    const prefixes = Object.values(snippetsOf(language, messages)).map(({ prefix }) => prefix);
    for (const name of componentNames) expect(prefixes).toContain(`<${name}`);
    for (const field of Object.keys(frontMatterSchema.shape)) {
      expect(prefixes.filter((prefix) => prefix.endsWith(`-${field}`))).toHaveLength(1);
    }
  });

  test('have unique names across languages', () => {
    const names = languages.flatMap((language) => Object.keys(snippetsOf(language, messages)));
    expect(new Set(names).size).toBe(names.length);
  });
});
