import type { List, Nodes } from 'mdast';
import { endOf, type Finding, rule, type SourceFile, startOf } from '../finding/finding.ts';

/* Remains of another system in a pasted text, and what Markdown makes of them. */

/** Marks of another system: a box of Docusaurus, a heading of a wiki, a tag of a forum, a note or comment of Word, an error of a spreadsheet, the head or foot of a mail or page. */
export const foreignMarkup = rule({ code: 'C043', severity: 'error', guide: 'body' });
/** A paragraph that is a list only because of its first sign: `2019. A year`, `+ 32 people`. */
export const unmeantList = rule({ code: 'C044', severity: 'error', guide: 'body' });

/** Marks by their use, as the message of C043 names it; the first group is what is shown. */
const marks: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['box', /^[ \t]*(:{3,}[^\n]*|!{3}[ \t]+\S[^\n]*|\[![A-Z]+\])/m],
  ['term', /\n[ \t]*(:[ \t]+\S[^\n]*)/],
  ['heading', /^[ \t]*(={2,}[^=\n]+={2,}|h[1-6]\.[ \t]+\S[^\n]*)[ \t]*$/m],
  ['contents', /^[ \t]*(\[(?:TOC|toc|\[_TOC_\])\]|__TOC__)[ \t]*$/m],
  ['bold', /('{2,3}[^'\n]+'{2,3}|\[\/?(?:b|i|u|s|strong|em|color|size)(?:=[^\]\n]*)?\](?![([:])|==[^=\s][^=\n]*==)/i],
  ['link', /(\[\[[^[\]\n]+\]\]|\[\/?(?:url|img|quote)(?:=[^\]\n]*)?\](?![([:]))/i],
  [
    'cell',
    /(#(?:(?:REF|VERW|NA+ME?|NAAM|NOM|WAARDE|VALUE|VALEUR ?|DIV\/0|DEEL\/0|GETAL|NUM|NOMBRE)[!?]|N\/[AB]\b)|#{7,})/,
  ],
  [
    'comment',
    /(\[\p{Lu}{2,3}\d{1,3}\](?![([:])|\[(?:Commentaar|Opmerking|Met opmaak|Verwijderd|Ingevoegd|Commentaire|Mis en forme|Supprimé|Inséré|Comment|Formatted|Deleted|Inserted)(?!\p{L})[^\]\n]*\]?)/u,
  ],
  ['answer', /(【[^】\n]*】|:?contentReference\[[^\]\n]*\])/],
  ['change', /^(@@ -\d[^\n]*@@)/m],
  [
    'mail',
    /^((?:Van|Verzonden|De|Envoyé|From|Von) ?: [^\n]+)\n(?:[^\n]+\n)?(?:Verzonden|Datum|Aan|Envoyé|Date|À|Sent|To|Gesendet|An) ?: |((?:Verstuurd vanaf|Verzonden vanaf) mijn \p{L}+|Envoyé (?:de|depuis) mon \p{L}+|Sent from my \p{L}+)/mu,
  ],
  ['page', /^((?:Pagina|Page|Blz\.) \d+ (?:van|sur|of|\/) \d+)$/m],
  ['note', /(?:^|(?<=[\p{L}.,;:!?)»’]))(\[\d{1,3}\](?![([:]))|(?<=\p{L}{4})([¹²³⁴-⁹]+)/mu],
];

/** C043 and C044: what one node looks like when it was pasted. */
export function checkPasted(node: Nodes, source: SourceFile): Finding[] {
  if (node.type === 'list') return checkList(node, source);
  if (node.type !== 'paragraph') return [];
  const start = startOf(node);
  const text = source.text.slice(start, endOf(node));
  return marks.flatMap(([kind, pattern]) => {
    const match = pattern.exec(text);
    const found = match?.[1] ?? match?.[2];
    if (!match || found === undefined || text[match.index - 1] === '\\') return [];
    const { index, 0: all } = match;
    return foreignMarkup.at(source.place(start + index + all.indexOf(found)), { kind, found: found.slice(0, 60) });
  });
}

/** The first number of a list is a day of a month at most; no list has one entry that is an amount, or goes on after `21. `. */
function checkList(node: List, source: SourceFile): Finding[] {
  const [, sign = '', next = ''] = /^([-+*]|\d+[.)])\s+(\S*)/.exec(source.text.slice(startOf(node), endOf(node))) ?? [];
  const isAmount = /^\d/.test(next) && (sign === '+' || (sign === '-' && node.children.length === 1));
  const start = node.start ?? 1;
  const isDay = start > 1 && node.children.length === 1 && /^\p{Ll}/u.test(next);
  if (!isAmount && !(node.ordered && (start > 31 || isDay))) return [];
  const escaped = sign.length === 1 ? `\\${sign}` : `${sign.slice(0, -1)}\\${sign.slice(-1)}`;
  return [unmeantList.at(source.placeOf(node), { sign, escaped: `${escaped} ${next}` })];
}
