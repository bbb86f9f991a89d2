import type { z } from 'zod';
import type { Finding, Place, SourceFile } from '../finding/finding.ts';
import { checkFields, checkSigns } from '../rules/fields.ts';
import { checkComments, checkSyntax } from '../rules/yaml-syntax.ts';
import { checkDecoded } from './characters.ts';
import type { Path, TextAt, YamlDocument } from './yaml-document.ts';

/** YAML that was read against a schema. */
export interface YamlResult<T> {
  readonly source: SourceFile;
  /** The validated value; null when it does not match the schema. */
  readonly value: T | null;
  readonly findings: readonly Finding[];
  /** The texts of the outermost fields by name, even when another field is wrong. */
  readonly fields: ReadonlyMap<string, string>;
  /** Every text among the values, in order; none when the YAML is malformed. */
  readonly texts: readonly TextAt[];
  /** The place of the value under a path, or of the key of the nearest parent that has one. */
  readonly place: (path: Path) => Place;
}

/** Validates YAML with a schema. Malformed YAML has findings about its syntax only: its values may not be the intended ones. */
export function readYaml<T>(yaml: YamlDocument, schema: z.ZodType<T>): YamlResult<T> {
  const texts = yaml.texts();
  const outermost = texts.filter(({ path }) => path.length === 1);
  const fields = new Map(outermost.map(({ path, value }) => [String(path[0]), value] as const));
  const place = (path: Path) => yaml.place(path);
  const { source } = yaml;

  const malformed = checkSyntax(yaml);
  if (malformed.length > 0) return { source, value: null, findings: malformed, fields, texts: [], place };

  const { success, data, error } = schema.safeParse(yaml.parsed.toJS());
  const findings = [...checkComments(yaml), ...checkFields(yaml, schema, error?.issues ?? [])];
  const written = ({ start, end }: TextAt) => source.text.slice(start, end);
  findings.push(...texts.flatMap((text) => checkDecoded(place(text.path), text.value, written(text))));
  const signs = checkSigns(yaml, texts, findings);
  return { source, value: success ? data : null, findings: [...findings, ...signs], fields, texts, place };
}
