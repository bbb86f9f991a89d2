import type { Heading, ListItem, Node, Nodes, Paragraph, Table, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Finding } from '../finding/finding.ts';
import type { SourceFile } from '../finding/source-file.ts';

/** What the rules of structure need to know besides the tree. */
export interface StructureOptions {
  readonly source: SourceFile;
  /** How many words may stand in bold or in italics at a stretch. */
  readonly emphasis: number;
}

/** Checks how one piece of a body is built: a heading, a list, a table, emphasis, marks that Markdown does not take for marks. */
export function checkStructure(
  node: Nodes,
  parent: Node | undefined,
  { source, emphasis }: StructureOptions,
): Finding[] {
  const unsupported = unsupportedKind(node, source);
  if (unsupported) return [source.finding('C081', startOf(node), { kind: unsupported })];
  switch (node.type) {
    case 'heading':
      return checkHeading(node, source);
    case 'paragraph':
      return checkParagraph(node, parent, source);
    case 'emphasis':
    case 'strong': {
      const count = plainText(node).split(/\s+/).length;
      return count > emphasis
        ? [source.finding('C104', startOf(node), { kind: node.type, found: count })]
        : [];
    }
    case 'text':
      return checkText(node, source);
    case 'table':
      return checkTable(node, source);
    case 'listItem':
      return isEmpty(node) ? [source.finding('C096', startOf(node))] : [];
    default:
      return [];
  }
}

/** Marks of Markdown that this site has no form for. */
function unsupportedKind(node: Nodes, source: SourceFile): string | null {
  switch (node.type) {
    case 'footnoteReference':
      return 'footnote';
    case 'listItem':
      return node.checked === null || node.checked === undefined ? null : 'task';
    case 'delete':
      return 'struck';
    case 'code':
    case 'inlineCode':
      return 'code';
    case 'thematicBreak':
      // A page that starts with a rule has front matter that does not end (C001).
      return startOf(node) === 0 ? null : 'line';
    case 'break':
      return 'break';
    case 'blockquote':
      return 'quote';
    case 'link':
    case 'definition':
      return node.title ? 'title' : null;
    case 'heading':
      // Underlined with --- or ===: most often a line that was meant as a line.
      return source.text[startOf(node)] === '#' ? null : 'underlined';
    default:
      return null;
  }
}

function checkHeading(node: Heading, source: SourceFile): Finding[] {
  const text = plainText(node).trim();
  if (text === '') return [source.finding('C082', startOf(node))];
  const inner = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (inner.length > 0 && inner.every(({ type }) => type === 'link' || type === 'linkReference')) {
    return [source.finding('C083', startOf(node), { text })];
  }
  return checkEnd(text, node.children.at(-1)?.position?.end.offset ?? 0, source);
}

/** C084: a heading is no sentence, so it ends without a full stop; what it introduces, it introduces anyway. */
export function checkEnd(text: string, end: number, source: SourceFile): Finding[] {
  const [mark] = /[.:;,]$/.exec(text) ?? [];
  if (!mark || /\.\.$/.test(text)) return [];
  const stands = source.text[end - 1] === mark;
  // French sets a space before the mark.
  const start = end - 1 - (/[\s]$/.test(source.text.slice(0, end - 1)) ? 1 : 0);
  const fix = stands ? { start, end, replacement: '' } : undefined;
  return [source.finding('C084', stands ? end - 1 : end, { text, mark }, fix)];
}

const mostWordsOfATitle = 10;

function checkParagraph(node: Paragraph, parent: Node | undefined, source: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const inner = node.children.filter((child) => child.type !== 'text' || /[^\s:]/.test(child.value));
  const [only] = inner;
  if (inner.length === 1 && only && (only.type === 'strong' || only.type === 'emphasis')) {
    const text = plainText(only).trim();
    const isTitle = text.split(/\s+/).length <= mostWordsOfATitle && !/[.!?…]$/.test(text);
    if (isTitle && (parent?.type === 'root' || parent?.type === 'mdxJsxFlowElement')) {
      findings.push(source.finding('C085', startOf(node), { text: text.replace(/\s*:$/, '') }));
    }
  }
  return [...findings, ...checkLines(node, source)];
}

const bullet = /^[ \t]*(?:[•·▪◦‣●○■→➔✓✔][ \t]*|[–—][ \t]+|[-*](?=\p{L}))/u;
const number = /^[ \t]*(?:\d{1,2}[.)]|[a-z]\))[ \t]+\S/u;

/** What looks like a list or a table to its writer, and like one paragraph to its readers. */
function checkLines(node: Paragraph, source: SourceFile): Finding[] {
  const start = startOf(node);
  const text = source.text.slice(start, endOf(node));
  const lines = text.split('\n');
  if (lines.filter((line) => /^[ \t>]*\|.*\|[ \t]*$/.test(line)).length > 1) {
    return [source.finding('C094', start, { kind: 'line' })];
  }
  const index = lines.findIndex((line) => bullet.test(line) || number.test(line));
  const first = lines[index];
  // A dash at the start of a paragraph may open a remark in a dialogue; a letter or number alone may be one.
  if (first === undefined || (lines.length === 1 && !/^[ \t]*[•·▪◦‣●○■→➔✓✔-]/u.test(first))) return [];
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, start);
  const replacement = lines.map((line) => line.replace(bullet, '- ')).join('\n');
  const isClear = !lines.some((line) => number.test(line));
  const fix = isClear ? { start, end: endOf(node), replacement } : undefined;
  const [sign = ''] = /^\S+/.exec(first.trim()) ?? [];
  return [source.finding('C097', offset, { sign: bullet.test(first) ? sign.charAt(0) : sign }, fix)];
}

/** C091: marks that stay visible, because Markdown wants them otherwise. */
function checkText(node: Text, source: SourceFile): Finding[] {
  const start = startOf(node);
  const text = source.text.slice(start, endOf(node));
  const findings: Finding[] = [];
  if (/[[\]]|page:|contact:/.test(text)) {
    for (const { index, 0: link, 1: gap } of text.matchAll(brokenLink)) {
      const place = start + index + link.indexOf(']') + 1;
      const fix = gap ? { start: place, end: place + gap.length, replacement: '' } : undefined;
      findings.push(source.finding('C091', start + index, { kind: gap ? 'gap' : 'link' }, fix));
    }
  }
  const bold = /(?<!\\)(?:\*\*|__)/.exec(text);
  if (bold) findings.push(source.finding('C091', start + bold.index, { kind: 'bold' }));
  const [, signs] = /^(#{1,6})[^\s#]/.exec(text) ?? [];
  if (signs && /(?:^|\n)[ \t]*$/.test(source.text.slice(0, start))) {
    const end = start + signs.length;
    findings.push(source.finding('C091', start, { kind: 'heading' }, { start: end, end, replacement: ' ' }));
  }
  return findings;
}

/** Text in brackets and a target that do not touch; a link whose target has a space; brackets the wrong way round; a target alone. */
const brokenLink =
  /(?<!\\)\[[^[\]\n]*\]([ \t]+)\((?:(?:page|contact):[^\s)]+\)|$)|(?<!\\)\[[^[\]\n]*\](?:\([^)\n]*\)?|\[[^\]\n]*\])|\([^()\n]*\)\[[a-z]+:[^\]\n]*\]|(?<![\p{L}\p{N}])(?:page|contact):[a-z][^\s)]*/gu;

/** C094 and C095: a table has a heading for each of its columns, at least two columns, and rows of that many cells. */
function checkTable(node: Table, source: SourceFile): Finding[] {
  const [header, ...rows] = node.children;
  const columns = header?.children.length ?? 0;
  const findings: Finding[] = [];
  const empty = header?.children.find((cell) => plainText(cell).trim() === '');
  if (empty) findings.push(source.finding('C094', startOf(empty), { kind: 'cell' }));
  if (columns < 2)
    findings.push(source.finding('C095', startOf(node), { kind: 'column', count: columns, columns }));
  else if (rows.length === 0)
    findings.push(source.finding('C095', startOf(node), { kind: 'rows', count: 0, columns }));
  for (const row of rows) {
    const count = row.children.length;
    if (count !== columns)
      findings.push(source.finding('C095', startOf(row), { kind: 'cells', count, columns }));
  }
  return findings;
}

/** Whether nothing of a list item would be seen. */
function isEmpty(node: ListItem): boolean {
  return node.children.every((child) => child.type === 'paragraph' && plainText(child).trim() === '');
}

const startOf = (node: Node): number => node.position?.start.offset ?? 0;
const endOf = (node: Node): number => node.position?.end.offset ?? startOf(node);
