import type { Files } from '../site.ts';

/** A text that the site must not publish. */
export interface Withheld {
  readonly pattern: RegExp;
  /** Why it must not be published. */
  readonly reason: string;
  /** Parts of a file where the text is allowed. */
  readonly except?: RegExp;
}

const mediaTypesWithText = /\.(html|json|csv|vcf|js|css|svg|txt|xml|speculationrules)$/;

/** Each text in the files that matches one of the patterns, with its file and the reason. */
export function withheldIn(files: Files, withheld: readonly Withheld[]): string[] {
  return [...textsOf(files)].flatMap(([file, text]) =>
    withheld.flatMap(({ pattern, reason, except }) => {
      const [found] = pattern.exec(except ? text.replaceAll(except, '') : text) ?? [];
      return found === undefined ? [] : [`${file}: "${found}" (${reason})`];
    }),
  );
}

/** The e-mail addresses in the files. */
export function emailsIn(files: Files): Set<string> {
  return matchesIn(files, /[\w.+-]+@[\w-]+(\.[\w-]+)+/g);
}

/** The Belgian telephone numbers in the files, in international form: those of links, cards and data, and those in text. */
export function phonesIn(files: Files): Set<string> {
  const written = matchesIn(files, /(?<![\d.+/-])(\+32 ?|0)[1-9]\d{0,2}( ?\d{2,3}){3}(?!\d)/g);
  return new Set([...written].map((number) => number.replaceAll(' ', '').replace(/^0/, '+32')));
}

function matchesIn(files: Files, pattern: RegExp): Set<string> {
  const texts = [...textsOf(files).values()];
  return new Set(texts.flatMap((text) => text.match(pattern) ?? []));
}

/** The files with text, with ordinary spaces, without soft hyphens and escaped line ends. */
function textsOf(files: Files): ReadonlyMap<string, string> {
  return new Map(
    [...files]
      .filter(([file]) => mediaTypesWithText.test(file))
      .map(([file, content]) => [file, plain(content.toString('utf8'))]),
  );
}

const plain = (text: string) =>
  text
    .replaceAll('\\n', ' ')
    .replaceAll(/\u00ad|&shy;/g, '')
    .replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ');
