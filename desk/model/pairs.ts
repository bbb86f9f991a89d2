import { type Body, bodyOf, type Part, type Texts } from './parts.ts';

/** One part of a page in every language. A language without text at this place has none. */
export interface Pair {
  /** The indexes that lead to it, from the top of the page. */
  readonly path: readonly number[];
  readonly kind: Part['kind'];
  readonly token: string;
  readonly parts: Readonly<Record<string, Part | null>>;
  /** Where a text of this pair is or would be: after what is before it, in each language. */
  readonly after: Readonly<Record<string, number>>;
  readonly inside: Pairs | null;
}

/** The parts at one level. */
export interface Pairs {
  /** Where the level starts, in each language. */
  readonly at: Readonly<Record<string, number>>;
  readonly pairs: readonly Pair[];
}

/** The parts of the twins of a page in pairs; null when their headings or components differ, or one of them cannot be parsed. */
export function pairsOfTexts(texts: Texts): Pairs | null {
  const bodies = Object.entries(texts).map(([code, text]) => [code, bodyOf(text)] as const);
  const found = bodies.flatMap(([code, body]) => (body ? [[code, body] as const] : []));
  return found.length === bodies.length ? pairLevel(Object.fromEntries(found), []) : null;
}

function pairLevel(levels: Readonly<Record<string, Body>>, path: readonly number[]): Pairs | null {
  const codes = Object.keys(levels);
  const next = new Map(codes.map((code) => [code, 0]));
  const partAt = (code: string) => levels[code]?.parts[next.get(code) ?? 0] ?? null;
  const after = new Map(codes.map((code) => [code, levels[code]?.at ?? 0]));
  const pairs: Pair[] = [];
  while (codes.some((code) => partAt(code))) {
    const isText = codes.some((code) => partAt(code)?.kind === 'text');
    const parts = codes.map((code) => {
      const part = partAt(code);
      return [code, isText && part?.kind !== 'text' ? null : part] as const;
    });
    const pair = pairOf(parts, Object.fromEntries(after), [...path, pairs.length]);
    if (!pair) return null;
    pairs.push(pair);
    for (const [code, part] of parts) {
      if (!part) continue;
      next.set(code, (next.get(code) ?? 0) + 1);
      after.set(code, part.end);
    }
  }
  return { at: Object.fromEntries(codes.map((code) => [code, levels[code]?.at ?? 0])), pairs };
}

/** Null when the parts differ, or their insides do. */
function pairOf(
  parts: readonly (readonly [string, Part | null])[],
  after: Readonly<Record<string, number>>,
  path: readonly number[],
): Pair | null {
  const found = parts.flatMap(([, part]) => part ?? []);
  const [first] = found;
  if (!first || found.some(({ token }) => token !== first.token)) return null;
  if (first.kind !== 'text' && found.length < parts.length) return null;
  const { kind, token } = first;
  const pair = { path, kind, token, parts: Object.fromEntries(parts), after, inside: null };
  if (!first.inside) return found.some(({ inside }) => inside) ? null : pair;
  const levels = parts.flatMap(([code, part]) => (part?.inside ? [[code, part.inside] as const] : []));
  if (levels.length < parts.length) return null;
  const inside = pairLevel(Object.fromEntries(levels), path);
  return inside && { ...pair, inside };
}
