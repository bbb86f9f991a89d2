import { replaced } from './edits.ts';
import type { FieldPlace } from './found.ts';
import type { Span } from './parts.ts';
import { spanOf, type ValuePath, withFieldValue } from './values.ts';

/** Where the YAML of the front matter is in the text of a page; null when there is none. */
function frontMatterSpan(text: string): Span | null {
  const found = /^---\n([\s\S]*?)\n?---(?=\n|$)/.exec(text);
  return found ? { start: 4, end: 4 + (found[1]?.length ?? 0) } : null;
}

/** The YAML of the front matter, as a text of its own. */
export function frontMatterOf(text: string): string {
  const span = frontMatterSpan(text);
  return span ? `${text.slice(span.start, span.end)}\n` : '';
}

/** Sets or removes a field of the front matter. */
export function withField(text: string, path: ValuePath, value: unknown, order: readonly string[]): string {
  const span = frontMatterSpan(text);
  if (!span) return text;
  const changed = withFieldValue(frontMatterOf(text), path, value, order);
  return replaced(text, span, changed.replace(/\n$/, ''));
}

/** The places of fields of the front matter in the text of the page. */
export function placesOfFields(
  text: string,
  file: string,
  names: readonly string[],
  idOf: (name: string) => string,
): FieldPlace[] {
  const span = frontMatterSpan(text);
  if (!span) return [];
  const yaml = frontMatterOf(text);
  return names.flatMap((name) => {
    const found = spanOf(yaml, [name]);
    return found ? [{ id: idOf(name), file, start: span.start + found.start, end: span.start + found.end }] : [];
  });
}
