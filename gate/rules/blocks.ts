import type { ListItem, Node, Nodes, Paragraph, Table, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { endOf, type Finding, rule, type SourceFile, startOf } from '../finding/finding.ts';
import { overEmphasis } from '../wording/plain-language.ts';
import { checkBoldHeading, checkHeading } from './headings.ts';

export const imageInContent = rule({ code: 'C029', severity: 'error', guide: 'body' });
export const unsupportedMarkdown = rule({ code: 'C081', severity: 'error', guide: 'body' });
export const visibleMark = rule({ code: 'C091', severity: 'error', guide: 'body' });
export const tableWithoutHeader = rule({ code: 'C094', severity: 'error', guide: 'body' });
/** A table with rows of another length than its header, without rows, with an empty cell, or of one column. */
export const unevenTable = rule({ code: 'C095', severity: 'error', guide: 'body' });
export const emptyListItem = rule({ code: 'C096', severity: 'error', guide: 'body' });
export const typedList = rule({ code: 'C097', severity: 'error', guide: 'body' });

/**
 * Checks how one node of a body is built: a heading, a list, a table, an image, emphasis, marks that Markdown does not recognise.
 * @param emphasis the largest number of words in a row in bold or italics
 */
export function checkBlock(
  node: Nodes,
  parent: Node | undefined,
  source: SourceFile,
  { emphasis }: { readonly emphasis: number },
): Finding[] {
  const unsupported = unsupportedKind(node, source);
  if (unsupported) return [unsupportedMarkdown.at(source.placeOf(node), { kind: unsupported })];
  switch (node.type) {
    case 'heading':
      return checkHeading(node, source);
    case 'paragraph':
      return [...checkBoldHeading(node, parent, source), ...checkLines(node, source)];
    case 'emphasis':
    case 'strong': {
      const found = plainText(node).split(/\s+/).length;
      return found > emphasis ? [overEmphasis.at(source.placeOf(node), { kind: node.type, found })] : [];
    }
    case 'text':
      return checkText(node, source);
    case 'table':
      return checkTable(node, source);
    case 'listItem':
      return isEmpty(node) ? [emptyListItem.at(source.placeOf(node))] : [];
    case 'image':
    case 'imageReference': {
      const kind = node.type === 'image' ? kindOfImage(node.url) : 'remote';
      return [imageInContent.at(source.placeOf(node), { kind, alt: node.alt?.trim() || 'none' })];
    }
    default:
      return [];
  }
}

/** C081: the kind of a node for which this site has no layout; null for any other node. */
function unsupportedKind(node: Nodes, source: SourceFile): string | null {
  switch (node.type) {
    case 'listItem':
      return node.checked === null || node.checked === undefined ? null : 'task';
    case 'delete':
      return 'struck';
    case 'code':
    case 'inlineCode':
      return 'code';
    case 'thematicBreak':
      // At the start of a page, it is front matter that nothing closes (C001).
      return startOf(node) === 0 ? null : 'line';
    case 'break':
      return 'break';
    case 'blockquote':
      return 'quote';
    case 'link':
    case 'definition':
      return node.title ? 'title' : null;
    case 'heading':
      // Underlined with --- or ===, mostly by accident: the writer meant a line.
      return source.text[startOf(node)] === '#' ? null : 'underlined';
    default:
      return null;
  }
}

function kindOfImage(address: string): string {
  if (/^data:/i.test(address)) return 'data';
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? 'remote' : 'file';
}

/** The signs of a list, also those of a word processor: its own fonts, and letters before a tab. An asterisk with a second one is emphasis. */
const sign = /[•·▪◦‣●○■□☐☑☒➢❖→➔✓✔\uf000-\uf0ff]/u;
const bullet = new RegExp(
  `^[ \\t]*(?:${sign.source}[ \\t]*|[–—][ \\t]+|[o§üØv][ ]*\\t[ \\t]*|[o§][ ]+(?=\\p{L})|(?:-|\\*(?=[^*]*$))(?=\\p{L}))`,
  'u',
);
const number =
  /^[ \t]*(?:(?:\d{1,2}[.)]|[a-z][.)]|[ivx]{2,4}[.)])[ \t]+|(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|(?:[ivx]+|[a-z])[.)])[ ]*\t[ \t]*)\S/u;

/** C094 and C097: a list or a table to its writer, but one paragraph to Markdown. */
function checkLines(node: Paragraph, source: SourceFile): Finding[] {
  const [start, end] = [startOf(node), endOf(node)];
  const lines = source.text.slice(start, end).split('\n');
  const kind = kindOfTable(lines);
  if (kind) return [tableWithoutHeader.at(source.place(start), { kind })];
  const index = lines.findIndex((line) => bullet.test(line) || number.test(line));
  const first = lines[index];
  // A dash at the start of a paragraph may open a remark in a dialogue; a single letter or number may be one.
  const isClear = new RegExp(`^[ \\t]*(?:${sign.source}|-|[^\\s]{1,6}[ ]*\\t)`, 'u').test(first ?? '');
  if (first === undefined || (lines.length === 1 && !isClear)) return [];
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, start);
  const replacement = lines.map((line) => line.replace(bullet, '- ')).join('\n');
  const isFixable = isClear && !lines.some((line) => number.test(line)) && !/^[ \t]*[–—]/.test(first);
  const [written = ''] = /^\S+/.exec(first.trim()) ?? [];
  const details = { sign: bullet.test(first) ? written.charAt(0).replace(/[\ue000-\uf8ff]/, '▪') : written };
  return [typedList.at(source.place(offset), details, isFixable ? { start, end, replacement } : null)];
}

/** What makes the lines of a paragraph a table to their writer: bars, the tabs of a spreadsheet, or the marks of a CSV file; null for other lines. */
function kindOfTable(lines: readonly string[]): 'line' | 'tabs' | 'marks' | null {
  const isEntry = (line: string) => bullet.test(line) || number.test(line);
  if (lines.some((line) => /\S[ ]*\t\s*\S/.test(line) && !isEntry(line))) return 'tabs';
  if (lines.filter((line) => /\S;\S.*\S;\S|^[^,\s]+(?: [^,\s]+)*(?:,(?! )[^,]+){2,}$/.test(line)).length > 1)
    return 'marks';
  const inBars = lines.some((line) => /^[ \t>]*\|.*(?<!\\)\|.*\|[ \t]*$|^[ \t]*\+[-=]{2,}[-=+]*\+[ \t]*$/.test(line));
  return inBars || lines.filter((line) => /\S[ \t]+\|[ \t]+\S/.test(line)).length > 1 ? 'line' : null;
}

/** Text in brackets and a target that do not touch; a link whose target has a space; brackets the wrong way round; a target alone. */
const brokenLink =
  /(?<!\\)\[[^[\]\n]*\]([ \t]+)\((?:(?:page|contact):[^\s)]+\)|$)|(?<!\\)\[[^[\]\n]*\](?:\([^)\n]*\)?|\[[^\]\n]*\])|\([^()\n]*\)\[[a-z]+:[^\]\n]*\]|(?<![\p{L}\p{N}])(?:page|contact):[a-z][^\s)]*/gu;

/** C091: links, bold text and headings that are written almost right. */
function checkText(node: Text, source: SourceFile): Finding[] {
  const start = startOf(node);
  const text = source.text.slice(start, endOf(node));
  const findings = [...text.matchAll(brokenLink)].map(({ index, 0: link, 1: gap }) => {
    const from = start + index + link.indexOf(']') + 1;
    const target = targetWithSpaces(link);
    const replacement = gap ? '' : (target?.replace(/\s/g, '') ?? null);
    const fix = replacement === null ? null : { start: from, end: from + (gap ?? target ?? '').length, replacement };
    return visibleMark.at(source.place(start + index), { kind: gap ? 'gap' : 'link' }, fix);
  });
  const bold = /(?<!\\)(?:\*\*|__)/.exec(text);
  if (bold) findings.push(visibleMark.at(source.place(start + bold.index), { kind: 'bold' }));
  // Not an error of a spreadsheet, such as `#REF!` (C043).
  const [, signs] = /^(#{1,6})(?![A-Z/0]+[!?]|N\/)[^\s#]/.exec(text) ?? [];
  if (signs && /(?:^|\n)[ \t]*$/.test(source.text.slice(0, start))) {
    const end = start + signs.length;
    // One sign may be that of a hashtag.
    const fix = signs.length > 1 ? { start: end, end, replacement: ' ' } : null;
    findings.push(visibleMark.at(source.place(start), { kind: 'heading' }, fix));
  }
  return findings;
}

/** The target of a link, in its brackets, when only spaces make it wrong: `(page: services/ict)`; otherwise null. */
function targetWithSpaces(link: string): string | null {
  const [, target = ''] = /^\[[^\]]*\](\([^()]*\))$/.exec(link) ?? [];
  return /^\((?:(?:page|contact):[a-z/#-]+|https:\/\/[^\s/]+\.\S+)\)$/.test(target.replace(/\s/g, '')) ? target : null;
}

/** C094 and C095: a table has a heading for each column, at least two columns, and rows of that many cells. */
function checkTable(node: Table, source: SourceFile): Finding[] {
  const [header, ...rows] = node.children;
  const columns = header?.children.length ?? 0;
  const empty = header?.children.find((cell) => plainText(cell).trim() === '');
  const uneven = (where: Node, kind: string, count: number) =>
    unevenTable.at(source.placeOf(where), { kind, count, columns });
  return [
    ...(empty ? [tableWithoutHeader.at(source.placeOf(empty), { kind: 'cell' })] : []),
    ...(columns < 2 ? [uneven(node, 'column', columns)] : []),
    ...(columns >= 2 && rows.length === 0 ? [uneven(node, 'rows', 0)] : []),
    ...rows
      .filter(({ children }) => children.length !== columns)
      .map((row) => uneven(row, 'cells', row.children.length)),
    ...rows.flatMap(({ children }) => {
      const cell = children.find((each) => each.children.length === 0);
      return cell && children.length === columns ? uneven(cell, 'empty', 0) : [];
    }),
  ];
}

function isEmpty(node: ListItem): boolean {
  return node.children.every((child) => child.type === 'paragraph' && plainText(child).trim() === '');
}
