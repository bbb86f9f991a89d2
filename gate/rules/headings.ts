import type { Heading, Node, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitHeadings } from '#lib/body/headings.ts';
import { endOf, type Finding, rule, type SourceFile } from '../finding/finding.ts';

/** A first-level heading in the body: the page has one already, its title. */
export const firstLevelHeading = rule({ code: 'C040', severity: 'error', guide: 'body' });
export const skippedHeadingLevel = rule({ code: 'C041', severity: 'error', guide: 'body' });
export const repeatedHeading = rule({ code: 'C042', severity: 'error', guide: 'body' });
export const emptyHeading = rule({ code: 'C082', severity: 'error', guide: 'body' });
export const linkedHeading = rule({ code: 'C083', severity: 'error', guide: 'body' });
export const punctuatedHeading = rule({ code: 'C084', severity: 'warning', guide: 'body' });
export const boldHeading = rule({ code: 'C085', severity: 'error', guide: 'body' });

/** C040 to C042: how the headings of a body follow one another. */
export function checkHeadingOrder(tree: Root, source: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const lines = new Map<string, number>();
  let level = 1;
  visitHeadings(tree, ({ text, level: own }, node) => {
    const place = source.placeOf(node);
    if (own === 1) findings.push(firstLevelHeading.at(place, { text }));
    else if (own > level + 1) {
      findings.push(skippedHeadingLevel.at(place, { text, level: own, expected: level + 1 }));
    }
    level = own;
    const line = text === '' ? undefined : lines.get(text);
    if (line !== undefined) findings.push(repeatedHeading.at(place, { text, line }));
    lines.set(text, place.line);
  });
  return findings;
}

/** C082 to C084: one heading by itself. */
export function checkHeading(node: Heading, source: SourceFile): Finding[] {
  const text = plainText(node).trim();
  if (text === '') return [emptyHeading.at(source.placeOf(node))];
  const inner = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (inner.length > 0 && inner.every(({ type }) => type === 'link' || type === 'linkReference')) {
    return [linkedHeading.at(source.placeOf(node), { text })];
  }
  const last = node.children.at(-1);
  return checkEnd(text, last ? endOf(last) : 0, source);
}

/**
 * C084: a heading is not a sentence, so it ends without a full stop; a colon is not needed, because a heading introduces by itself.
 * @param text the heading, or the title of a component
 * @param end the offset after it
 */
export function checkEnd(text: string, end: number, source: SourceFile): Finding[] {
  const [mark] = /[.:;,]$/.exec(text) ?? [];
  // The full stop of an abbreviation belongs to it.
  if (!mark || /\.\.$|(?:^|[\s.])(?:\p{L}|enz|etc|e\.a|nr|art|blz|dhr|mevr|bv|M|Mme|cf|p)\.$/iu.test(text)) return [];
  const isWritten = source.text[end - 1] === mark;
  // French has a space before the mark.
  const start = end - 1 - (/\s$/.test(source.text.slice(0, end - 1)) ? 1 : 0);
  const fix = isWritten ? { start, end, replacement: '' } : null;
  return [punctuatedHeading.at(source.place(isWritten ? end - 1 : end), { text, mark }, fix)];
}

/** A bold paragraph of more words is rather an emphasised sentence. */
const maximumTitleWords = 10;

/** C085: a short paragraph that is bold or italic as a whole and not a sentence. */
export function checkBoldHeading(node: Paragraph, parent: Node | undefined, source: SourceFile): Finding[] {
  const inner = node.children.filter((child) => child.type !== 'text' || /[^\s:]/.test(child.value));
  const [only] = inner;
  if (inner.length !== 1 || (only?.type !== 'strong' && only?.type !== 'emphasis')) return [];
  if (parent?.type !== 'root' && parent?.type !== 'mdxJsxFlowElement') return [];
  const text = plainText(only).trim();
  const isTitle = text.split(/\s+/).length <= maximumTitleWords && !/[.!?…]$/.test(text);
  return isTitle ? [boldHeading.at(source.placeOf(node), { text: text.replace(/\s*:$/, '') })] : [];
}
