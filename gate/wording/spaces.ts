import { type Found, findAll } from '#lib/recognise/found.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { Prose, Range } from './prose.ts';

/** A surplus or missing space, or a no-break space, which the build sets itself. */
export const spaceStyle = rule({ code: 'C100', severity: 'warning', guide: 'typography' });

/** Reports surplus, missing and typed no-break spaces (C100). */
export function checkSpaces(prose: Prose): Finding[] {
  const { frenchSpacing } = prose.language;
  return [
    ...noBreakSpaces(prose),
    ...surplus(prose, /(?<=\S)(?: {2,}|\t[ \t]*)(?=\S)/g, ' '),
    ...splitWords(prose),
    ...surplus(prose, spaceBeforeMark, ''),
    ...(frenchSpacing ? surplus(prose, spaceAfterElision, '') : []),
    ...(frenchSpacing ? [] : surplus(prose, spaceBeforeHighMark, '')),
    ...missing(prose, noSpaceAfterMark, 'after'),
    ...(frenchSpacing ? missing(prose, noSpaceBeforeHighMark, 'before') : []),
    ...(frenchSpacing ? missing(prose, /(?<=«)(?=\S)/g, 'after') : []),
  ];
}

/** Spaces before a comma, a full stop or a closing bracket, and after an opening one. Three dots with spaces are C099. */
const spaceBeforeMark = /(?<=[\p{L}\p{N})’»]) +(?=,|\)|\.(?:\s|$)(?! ?\.))|(?<=\() +(?=\S)/gmu;

/** Spaces behind the apostrophe of an article or pronoun: `L’ accueil`. */
const spaceAfterElision = /(?<=(?<!\p{L})(?:[cdjlmnst]|qu)['’]) +(?=\p{L})/giu;

/** Spaces before a mark that has one in French only. */
const spaceBeforeHighMark = /(?<=[\p{L}\p{N})’]) +(?=[;:!?](?:[\s)]|$))/gmu;

/** A question mark before a small letter is a lost letter (C060). */
const noSpaceAfterMark =
  /(?<=\p{L}[,;!]|\p{L}\?(?=\p{Lu}))(?=\p{L})|(?<=\p{Ll}{2}\.)(?=\p{Lu}\p{Ll})|(?<= ,)(?=\p{L})/gu;

const noSpaceBeforeHighMark =
  /(?<=[\p{L}\p{N})»’%])(?=[;:!?](?:[\s)»!?]|$))|(?<=[^\s«])(?=»)|(?<=\p{N})(?=%(?![\p{L}\p{N}]))/gmu;

/** An address, a link, a file or an entity, whose marks are not those of a sentence. */
const noSentence = /:\/\/|[/\\@=_#]|&\w+;?|\]\(|\.\p{Ll}{2,}[/?:;]|;[^;]+;|^(?:https?|page|contact|mailto|tel):/u;

function tokenAt(text: string, place: number): string {
  const [before = ''] = /\S*$/.exec(text.slice(Math.max(0, place - 200), place)) ?? [];
  const [after = ''] = /^\S*/.exec(text.slice(place, place + 200)) ?? [];
  return before + after;
}

/** Words that the end of a line of a PDF cut in two: `docu- ment`. A hyphen before `en` or `et` abbreviates. */
function splitWords(prose: Prose): Finding[] {
  const pattern = /(?<=\p{Ll}{2})- (?!(?:en|of|noch|dan|tot|als|et|ou|ni|à|und|oder)(?!\p{L}))(?=\p{Ll}{2})/gu;
  return findAll(prose.text, pattern).map((range) => spaceStyle.at(prose.place(range), detailsOf(prose, range, '')));
}

function surplus(prose: Prose, pattern: RegExp, replacement: string): Finding[] {
  // A tab in running text belongs to a table or a list (C094, C097).
  const isOfTable = ({ start, written }: Found) => written.includes('\t') && prose.kindAt(start) === 'text';
  const found = findAll(prose.text, pattern).filter((each) => !isOfTable(each));
  return found.map((range) =>
    spaceStyle.at(prose.place(range), detailsOf(prose, range, replacement), prose.fix(range, replacement)),
  );
}

function missing(prose: Prose, pattern: RegExp, side: 'before' | 'after'): Finding[] {
  const found = findAll(prose.text, pattern).filter(({ start }) => !noSentence.test(tokenAt(prose.text, start)));
  return found.map((range) => {
    const place = prose.place({ start: range.start - 1, end: range.start });
    // The cells of a CSV file (C094) are no sentence.
    const isCell = /,\S+,/.test(tokenAt(prose.text, range.start));
    return spaceStyle.at(place, detailsOf(prose, range, ' '), isCell ? null : prose.insertSpace(range.start, side));
  });
}

function detailsOf({ text }: Prose, { start, end }: Range, replacement: string): Finding['details'] {
  const [before = ''] = /\S*$/.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  const [after = ''] = /^\S*/.exec(text.slice(end, end + 30)) ?? [];
  const found = `${before}${text.slice(start, end).replace(/\s/g, '␣')}${after}`;
  return { kind: 'shown', found, replacement: `${before}${replacement}${after}` };
}

function noBreakSpaces(prose: Prose): Finding[] {
  return findAll(prose.text, /[\u00a0\u202f]+/g).map((range) => {
    const start = prose.offsetOf(range.start);
    const [written = ''] =
      /^(?:&(?:nbsp|nnbsp|#160|#xa0|#8239|#x202f);|[\u00a0\u202f ])+/i.exec(
        prose.source.text.slice(start, start + 40),
      ) ?? [];
    const details = { kind: 'fixed', found: written, replacement: ' ' };
    const fix = { start, end: start + written.length, replacement: ' ' };
    return spaceStyle.at(prose.place(range), details, written === '' ? null : fix);
  });
}
