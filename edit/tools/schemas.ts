import { z } from 'zod';
import { keyPattern } from '#gate/read/files.ts';
import { criteriaFile, lastRunFile, statementFile } from '#gate/rules/accessibility.ts';
import { documentsFile } from '#gate/rules/document-register.ts';
import { pathsFile } from '#gate/rules/paths.ts';
import { confirmationName, confirmationSchema } from '#gate/twins/confirmation.ts';
import { wordingFile, wordingFileSchema } from '#gate/wording/lists.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { criteriaSchema, lastRunSchema, statementSchema } from '#lib/records/accessibility.ts';
import { contactSchema } from '#lib/records/contact.ts';
import { noticeSchema, noticeTemplateSchema } from '#lib/records/notices.ts';
import { openPointsFile, openPointsSchema } from '#lib/records/open-points.ts';
import { frontMatterSchema } from '#lib/records/page.ts';
import { redirectsSchema } from '#lib/records/redirects.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { synonymsFile, synonymsSchema } from '#lib/records/synonyms.ts';
import { translatorOf } from '../report/describe.ts';

/*
 * JSON Schemas for editors' tools, generated from the record schemas, with an explanation of each field in every language. A tool
 * accepts all that the gate accepts; rules that need other files are the gate's alone.
 */

/** The schema of one kind of file, or of the front matter of one. */
export interface EditorSchema {
  readonly name: string;
  /** A glob of the files that it applies to; null for front matter in MDX, which none of the recommended tools checks. */
  readonly files: string | null;
  readonly schema: z.ZodType;
}

/** The schemas of all content files. */
export function editorSchemas(languages: readonly Language[]): readonly EditorSchema[] {
  return [
    { name: 'page', files: null, schema: frontMatterSchema },
    { name: 'contact', files: 'content/contacts/*.yaml', schema: contactSchema(languages) },
    { name: 'site', files: 'content/site.yaml', schema: siteSchema },
    { name: 'notice', files: 'content/notices/*.yaml', schema: noticeSchema(languages) },
    { name: 'template', files: 'content/notices/templates/*.yaml', schema: noticeTemplateSchema(languages) },
    { name: 'openPoints', files: openPointsFile, schema: openPointsSchema(languages) },
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
    {
      name: 'documents',
      // A hash of digits alone is a number in YAML, and a file of comments alone is null.
      files: documentsFile,
      schema: z
        .record(z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/), z.union([z.string().regex(/^[0-9a-f]{16}$/), z.number()]))
        .nullable(),
    },
    { name: 'inStep', files: `content/pages/**/${confirmationName}`, schema: confirmationSchema(languages) },
  ];
}

/** The keywords of a JSON Schema that this module reads. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The explanation of a field in each language. */
type Explanation = readonly { readonly language: string; readonly text: string }[];

interface Context {
  /** The name of the field around, or of the schema: the group of messages for the fields within. */
  readonly group: string;
  readonly around: Explanation | null;
  readonly isLanguage: (field: string) => boolean;
  readonly explain: (group: string, field: string) => Explanation;
}

/**
 * The JSON Schema of one kind of file, in draft 07, which every tool supports. Explanations come from the messages under
 * `fields.<group>.<field>`; a field with a value for each language has the same explanation for each of them.
 * @throws when a language has no message for a field
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

function explained(schema: JsonSchema, context: Context): JsonSchema {
  const { properties, items, additionalProperties, anyOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, each]) => [field, explainedField(each, field, context)]),
      ),
    }),
    // Tools offer the keys that a record may have; only the gate requires them all.
    ...(schema['propertyNames'] !== undefined && { required: undefined }),
    ...(items && { items: explained(items, context) }),
    // `anyOf` a value or null has fields. Other uses of `anyOf` are conditions, without fields.
    ...(anyOf?.some(({ type }) => type === 'null') && { anyOf: anyOf.map((each) => explained(each, context)) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: explainedField(additionalProperties, 'value', context, context.group),
    }),
  };
}

/** @param within the group of the fields within it; for the values of a record, the group of the record itself */
function explainedField(schema: JsonSchema, field: string, context: Context, within = field): JsonSchema {
  const { group, around, isLanguage, explain } = context;
  const explanation = isLanguage(field) ? (around ?? explain(group, 'language')) : explain(group, field);
  const inside = isLanguage(field) ? context : { ...context, group: within, around: explanation };
  const description = explanation.map(({ language, text }) => `${language}: ${text}`).join('\n');
  const hasForm = schema['pattern'] !== undefined || schema['format'] !== undefined;
  return {
    ...explained(schema, inside),
    description,
    markdownDescription: explanation.map(({ language, text }) => `**${language}** — ${text}`).join('\n\n'),
    // The YAML extension shows this instead of the pattern.
    ...(hasForm && { patternErrorMessage: description }),
  };
}
