import type { Language } from '#lib/languages/languages.ts';
import { attributeOf, type Check, elementsOf, wordsOf } from '../document.ts';

/** Words and marks that a program leaves behind. */
const leftovers = [
  /(?<![\p{L}\p{N}_])(undefined|NaN|null)(?![\p{L}\p{N}_])/u,
  /\[object \w+\]/,
  /[{}]/,
  /<\/?\w+>/,
  /\*\*|\]\(|^#+ /,
  /&(amp|lt|gt|quot|nbsp|#\d+);/,
  /lorem ipsum/i,
  /\b(TODO|FIXME|XXX|TBD)\b/,
  // Characters that were read in the wrong encoding.
  /\ufffd|Ã[\u0080-\u00bf]|â€/,
];

/** Text that is meant for a program or a draft, not for visitors. */
export const leftoversOf: Check = (document) => [
  ...wordsOf(document).flatMap(({ text }) =>
    leftovers.filter((each) => each.test(text)).map((each) => `"${excerpt(text, each)}"`),
  ),
  ...elementsOf(document.tree).flatMap((element) =>
    Object.keys(element.properties)
      .map((name) => attributeOf(element, name) ?? '')
      .filter((value) => /\bundefined\b|\bNaN\b|\[object /.test(value))
      .map((value) => `<${element.tagName}> has "${value}"`),
  ),
];

/** Keys of messages as a flat list: `menu.open`. */
export function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [prefix + key],
  );
}

/** Message keys instead of messages: a key with dots anywhere in a text, or any key alone. */
export function rawKeys(keys: readonly string[]): Check {
  const alone = new Set(keys);
  const dotted = keys.filter((key) => key.includes('.')).map(RegExp.escape);
  const inText = new RegExp(`(?<![\\w.])(${dotted.join('|')})(?!\\w)`, 'g');
  return (document) =>
    wordsOf(document).flatMap(({ text }) => (alone.has(text.trim()) ? [text.trim()] : (text.match(inText) ?? [])));
}

/** Ordinary spaces where French requires no-break spaces: before `: ; ! ? % »` and after `«`. */
export function breakingSpaces(languages: readonly Language[]): Check {
  const tags = languages.filter(({ frenchSpacing }) => frenchSpacing).map(({ tag }) => tag);
  const wrong = /[ \t\n](?=[:;!?%»])|(?<=«)[ \t\n]/;
  return (document) => {
    const words = wordsOf(document).filter(({ language }) => tags.includes(language));
    // A sentence may span several elements: "<a>Contact</a> :".
    const running = words.filter(({ attribute }) => attribute === null).map(({ text }) => text);
    const labels = words.filter(({ attribute }) => attribute !== null).map(({ text }) => text);
    return [running.join(''), ...labels].flatMap((text) =>
      [...text.matchAll(new RegExp(wrong, 'g'))].map(({ index }) => text.slice(Math.max(0, index - 20), index + 3)),
    );
  };
}

/** Typewriter apostrophes inside words. */
export const straightApostrophes: Check = (document) =>
  wordsOf(document).flatMap(({ text }) => text.match(/\p{L}+'\p{L}+/gu) ?? []);

function excerpt(text: string, pattern: RegExp): string {
  const { index = 0 } = pattern.exec(text) ?? {};
  return text.slice(Math.max(0, index - 20), index + 30);
}
