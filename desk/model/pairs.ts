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
  const waiting = Object.entries(levels).map(([code, { parts }]) => ({ code, rest: [...parts] }));
  const at = Object.fromEntries(Object.entries(levels).map(([code, level]) => [code, level.at]));
  let after = at;
  const pairs: Pair[] = [];
  while (waiting.some(({ rest }) => rest.length > 0)) {
    const isText = waiting.some(({ rest }) => rest[0]?.kind === 'text');
    const parts = waiting.map(({ code, rest }) => {
      const part = isText && rest[0]?.kind !== 'text' ? null : rest.shift();
      return [code, part ?? null] as const;
    });
    const pair = pairOf(parts, after, [...path, pairs.length]);
    if (!pair) return null;
    pairs.push(pair);
    after = { ...after, ...Object.fromEntries(parts.flatMap(([code, part]) => (part ? [[code, part.end]] : []))) };
  }
  return { at, pairs };
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
