import { z } from 'zod';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { criteriaSchema, lastRunSchema, statementSchema } from '#lib/records/accessibility.ts';
import { contactSchema } from '#lib/records/contact.ts';
import { frontMatterSchema } from '#lib/records/page.ts';
import { redirectsSchema } from '#lib/records/redirects.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { synonymsFile, synonymsSchema } from '#lib/records/synonyms.ts';
import { keyPattern } from '../read/places.ts';
import { translatorOf } from '../report/describe.ts';
import { criteriaFile, lastRunFile, statementFile } from '../rules/accessibility.ts';
import { pathsFile } from '../rules/register.ts';
import { confirmationName, confirmationSchema } from '../twins/confirmation.ts';
import { wordingFile, wordingFileSchema } from '../wording/lists.ts';

/*
 * JSON Schemas for editors' tools, made from the schemas of the gate: what a tool refuses, the gate refuses too. The gate knows more:
 * whether a page exists, whether a number is in use. Each field is explained in every language of the site.
 */

/** One kind of file, or the front matter of one, and its schema. */
export interface EditorSchema {
  readonly name: string;
  /** Which files a tool can hold to it: a glob. Null where none of the recommended tools can: front matter in MDX. */
  readonly files: string | null;
  readonly schema: z.ZodType;
}

export function editorSchemas(languages: readonly Language[]): readonly EditorSchema[] {
  return [
    { name: 'page', files: null, schema: frontMatterSchema },
    { name: 'contact', files: 'content/contacts/*.yaml', schema: contactSchema(languages) },
    { name: 'site', files: 'content/site.yaml', schema: siteSchema },
    { name: 'redirects', files: 'content/redirects.yaml', schema: redirectsSchema },
    { name: 'synonyms', files: synonymsFile, schema: synonymsSchema(languages) },
    { name: 'wording', files: wordingFile, schema: wordingFileSchema(languages) },
    { name: 'criteria', files: criteriaFile, schema: criteriaSchema(languages) },
    { name: 'lastRun', files: lastRunFile, schema: lastRunSchema },
    { name: 'statement', files: statementFile, schema: statementSchema(languages) },
    {
      name: 'paths',
      files: pathsFile,
      schema: z.record(z.string().regex(/^\//), z.string().regex(keyPattern)),
    },
    { name: 'inStep', files: `content/pages/**/${confirmationName}`, schema: confirmationSchema(languages) },
  ];
}

/** A JSON Schema, as far as this module looks into it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** What is said of a field, in each language. */
type Explanation = readonly { readonly language: string; readonly text: string }[];

interface Context {
  /** The field around, or else the name of the schema: the words of a field stand under both names. */
  readonly group: string;
  /** What is said of the field around. */
  readonly around: Explanation | null;
  readonly isLanguage: (field: string) => boolean;
  readonly explain: (group: string, field: string) => Explanation;
}

/**
 * The JSON Schema of one kind of file, in draft 07, which every tool knows. Its words stand in the messages under
 * `fields.<group>.<field>`; a field that has a value for each language says the same of each.
 * @throws when a language has no words for a field
 */
export function jsonSchemaOf(
  { name, schema }: EditorSchema,
  languages: readonly Language[],
  messages: AllMessages,
): JsonSchema {
  const plain = z.toJSONSchema(schema, { target: 'draft-07', io: 'input' }) as JsonSchema;
  return explained(plain, {
    group: name,
    around: null,
    isLanguage: (field) => languages.some(({ code }) => code === field),
    explain: (group, field) =>
      languages.map((each) => ({
        language: each.name,
        text: translatorOf(messages, each.code)(`fields.${group}.${field}`),
      })),
  });
}

/** The schema with words for every field below it. */
function explained(schema: JsonSchema, context: Context): JsonSchema {
  const { properties, items, additionalProperties, anyOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, each]) => [field, explainedField(each, field, context)]),
      ),
    }),
    // Tools are told which keys a record may have; that none is missing, only the gate tells.
    ...(schema['propertyNames'] !== undefined && { required: undefined }),
    ...(items && { items: explained(items, context) }),
    // A field that may be empty: `anyOf` something and nothing. In other places it is a condition, and says nothing of fields.
    ...(anyOf?.some(({ type }) => type === 'null') && {
      anyOf: anyOf.map((each) => explained(each, context)),
    }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: explainedField(additionalProperties, 'value', context, context.group),
    }),
  };
}

/** @param within the group of the fields below it: those of a record, whatever its key, stand beside the record's own words */
function explainedField(schema: JsonSchema, field: string, context: Context, within = field): JsonSchema {
  const { group, around, isLanguage, explain } = context;
  const said = isLanguage(field) ? (around ?? explain(group, 'language')) : explain(group, field);
  const inside = isLanguage(field) ? context : { ...context, group: within, around: said };
  const description = said.map(({ language, text }) => `${language}: ${text}`).join('\n');
  const hasForm = schema['pattern'] !== undefined || schema['format'] !== undefined;
  return {
    ...explained(schema, inside),
    description,
    markdownDescription: said.map(({ language, text }) => `**${language}** — ${text}`).join('\n\n'),
    // What the YAML extension says of a value in another form, instead of showing the pattern.
    ...(hasForm && { patternErrorMessage: description }),
  };
}
