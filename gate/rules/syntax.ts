import type { MarkdownFault } from '#lib/body/parse.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';
import { type Finding, rule, type SourceFile } from '../finding/finding.ts';
import { kindOfTag } from '../read/html.ts';
import { frontMatterBlock } from '../read/text.ts';
import { typedEmail } from '../wording/contact-details.ts';
import { addressAsText } from '../wording/link-texts.ts';
import { codeInContent } from './body.ts';
import { attributeWithoutText, htmlInContent } from './components.ts';

/* What the parser of MDX cannot read, in the words of an editor: a sign, a tag, quotes, braces. */

export const unreadableBody = rule({ code: 'C020', severity: 'error', guide: 'body' });
/** A character that MDX takes for the start of code. */
export const signTakenForCode = rule({ code: 'C080', severity: 'error', guide: 'body' });

/** A stretch of a text, from its first offset to the one after its last. */
export type Span = readonly [start: number, end: number];

/** A syntax fault, and what must be blanked so that the text after it can be read. */
interface Diagnosis {
  readonly finding: Finding;
  readonly blank: readonly Span[];
}

/** Finds out what a writer did wrong where the parser stopped. */
export function diagnose(source: SourceFile, fault: MarkdownFault): Diagnosis {
  const { offset, source: parser, rule: reason } = fault;
  if (parser.endsWith('mdxjs-esm')) return diagnoseWord(source, offset);
  if (parser.endsWith('mdx-expression')) return diagnoseBrace(source, offset, reason === 'unexpected-eof');
  if (parser.endsWith('extension-mdx-jsx')) return diagnoseTag(source, offset);
  return diagnoseNesting(source, fault);
}

/** C020 of a kind that its message has words for. */
function unreadable(
  source: SourceFile,
  offset: number,
  { kind, name = '', expected = '' }: { kind: string; name?: string; expected?: string },
  blank: readonly Span[],
): Diagnosis {
  return { finding: unreadableBody.at(source.place(offset), { kind, name, expected }), blank };
}

const unknown = (source: SourceFile, offset: number) => unreadable(source, offset, { kind: 'other' }, []);

const code =
  /^import\s*(?:[{*'"]|\w+\s+from\b|\w+\s*,)|^export\s+(?:default|const|let|var|function|class|async|\{|\*)|[;=]\s*$/m;

/** A paragraph that starts with `import` or `export`: code, or a sentence that lacks its capital. */
function diagnoseWord(source: SourceFile, offset: number): Diagnosis {
  const { text } = source;
  const start = [...text.slice(0, endOfLine(text, offset)).matchAll(/^(?:import|export)\b/gm)].at(-1);
  if (!start) return unknown(source, offset);
  const { index, 0: word } = start;
  const paragraph = /^[\s\S]*?(?=\n[ \t]*\n|$(?![\s\S]))/.exec(text.slice(index))?.[0] ?? word;
  const blank: Span[] = [[index, index + paragraph.length]];
  if (code.test(paragraph)) {
    return { finding: codeInContent.at(source.place(index), { construct: word, kind: 'module' }), blank };
  }
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  const finding = unreadableBody.at(
    source.place(index),
    { kind: 'word', name: word, expected: capitalised },
    { start: index, end: index + word.length, replacement: capitalised },
  );
  return { finding, blank };
}

/** A brace that is never closed, or braces around something that is not even code. */
function diagnoseBrace(source: SourceFile, offset: number, isOpen: boolean): Diagnosis {
  const { text } = source;
  const brace = isOpen ? openBrace(text) : text.lastIndexOf('{', offset);
  if (brace < 0) return unknown(source, offset);
  if (isOpen) {
    const start = text.lastIndexOf('<', brace);
    const [, name] = /^<([A-Za-z][\w.]*)\s[^>]*=$/.exec(text.slice(start, brace)) ?? [];
    return name === undefined ? sign(source, brace, '{') : diagnoseAttribute(source, start, brace, name);
  }
  // Without its equals sign, an attribute remains one without a value, and the rest of the component can be read.
  const start = text[brace - 1] === '=' ? brace - 1 : brace;
  const finding = codeInContent.at(source.place(brace), { construct: '{…}', kind: 'braces' });
  return { finding, blank: [[start, closingBrace(text, brace)]] };
}

/** One finding for all equal signs in a row. */
function sign(source: SourceFile, offset: number, character: string): Diagnosis {
  const [run = character] = source.text.slice(offset).match(/^(.)\1*/) ?? [];
  const end = offset + run.length;
  const fix = { start: offset, end, replacement: run.replace(/./g, '\\$&') };
  const finding = signTakenForCode.at(source.place(offset), { sign: character }, fix);
  return { finding, blank: [[offset, end]] };
}

/** The first brace that no other one closes; -1 when all are closed. */
function openBrace(text: string): number {
  const body = frontMatterBlock(text).length;
  const open: number[] = [];
  for (const { index, 0: brace } of text.matchAll(/(?<!\\)[{}]/g)) {
    if (index < body) continue;
    if (brace === '{') open.push(index);
    else open.pop();
  }
  return open[0] ?? -1;
}

/** The offset after the brace that closes another one; the end of its line when none does. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (const { index, 0: brace } of text.slice(start).matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return endOfLine(text, start);
}

/** Something that starts with `<` and is not a tag: a sign, a comment, an address; or a tag with a slip in it. */
function diagnoseTag(source: SourceFile, offset: number): Diagnosis {
  const { text } = source;
  const start = startOfTag(text, offset);
  if (start < 0) return unknown(source, offset);
  const rest = text.slice(start, start + 500);
  if (rest.startsWith('<!')) {
    return diagnoseComment(source, start);
  }
  const [address] = /^<(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)[^\s>]*>?/i.exec(rest) ?? [];
  if (address) {
    const details = { address: address.replace(/^<(?:http:\/\/)?|>$/g, '') };
    return { finding: addressAsText.at(source.place(start), details), blank: [[start, start + address.length]] };
  }
  const [mailbox] = /^<[^\s<>@]+@[^\s<>]+>?/.exec(rest) ?? [];
  if (mailbox) {
    const details = { found: mailbox.replace(/[<>]/g, ''), id: 'none' };
    return { finding: typedEmail.at(source.place(start), details), blank: [[start, start + mailbox.length]] };
  }
  const [, slash, name] = /^<(\/?)([A-Za-z][\w.:-]*)/.exec(rest) ?? [];
  const [slip, intended] = /^<(?:\s+\/\s*|\\)([A-Z]\w*)\s*>/.exec(rest) ?? [];
  if (slip && intended) return closingSlip(source, [start, start + slip.length], intended);
  if (name === undefined) return sign(source, start, '<');
  return slash ? strayClosingTag(source, start, name) : diagnoseAttribute(source, start, offset, name);
}

/** A comment in HTML, which the site writes in braces. Like browsers, it takes `<!-->` for a whole comment (HTML, 13.2.5.43). */
function diagnoseComment(source: SourceFile, start: number): Diagnosis {
  const { text } = source;
  const [comment, note = ''] = /^<!--(?:-?>|\s*([\s\S]*?)\s*-->)/.exec(text.slice(start)) ?? [];
  const end = comment === undefined ? endOfLine(text, start) : start + comment.length;
  const isFixable = comment !== undefined && !note.includes('*/') && note !== '';
  const fix = isFixable ? { start, end, replacement: `{/* ${note} */}` } : null;
  const finding = unreadableBody.at(source.place(start), { kind: 'comment', name: '', expected: '' }, fix);
  return { finding, blank: [[start, end]] };
}

/** A tag with an attribute that lacks its quotes, or one of them. */
function diagnoseAttribute(source: SourceFile, start: number, offset: number, name: string): Diagnosis {
  const { text } = source;
  const end = endOfBrokenTag(text, start);
  const blank = [[start, end] as const, ...closingTagAfter(text, end, name)];
  const [, attribute] = /([\w-]+)\s*=\s*$/.exec(text.slice(start, offset)) ?? [];
  if (attribute === undefined) return unreadable(source, start, { kind: 'quote', name }, blank);
  // A value in the quotation marks of a word processor.
  const [quoted, value] = /^[“”„«]\s?([^“”„«»"\n]*?)\s?[“”»]/.exec(text.slice(offset)) ?? [];
  const fix = quoted === undefined ? null : { start: offset, end: offset + quoted.length, replacement: `"${value}"` };
  return { finding: attributeWithoutText.at(source.place(offset), { name, attribute }, fix), blank };
}

/** The start of the tag around an offset. The `<` and `>` between quotation marks do not count. */
function startOfTag(text: string, offset: number): number {
  const tag = /(?<!\\)<(?=[A-Za-z/!$_>])/g;
  tag.lastIndex = frontMatterBlock(text).length;
  for (let match = tag.exec(text); match && match.index < offset; match = tag.exec(text)) {
    const end = endOfTag(text, match.index);
    if (offset <= end) return match.index;
    tag.lastIndex = end;
  }
  return text.lastIndexOf('<', offset);
}

function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let place = start + 1; place < text.length; place++) {
    const character = text[place] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return place + 1;
    else if (character === '<') return place;
  }
  return text.length;
}

/** A tag whose quotation marks are wrong ends with its line at the latest. */
function endOfBrokenTag(text: string, start: number): number {
  const line = endOfLine(text, start);
  const close = text.indexOf('>', start);
  return close >= 0 && close < line ? close + 1 : line;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The next closing tag of a component; empty when there is none. */
function closingTagAfter(text: string, start: number, name: string): Span[] {
  const tag = `</${name}>`;
  const place = text.indexOf(tag, start);
  return place < 0 ? [] : [[place, place + tag.length]];
}

/** A closing tag with a slip in it; its opening tag is blanked too. */
function closingSlip(source: SourceFile, span: Span, name: string): Diagnosis {
  const [start, end] = span;
  const details = { kind: 'slip', name, expected: '' };
  const finding = unreadableBody.at(source.place(start), details, { start, end, replacement: `</${name}>` });
  const opened = source.text.lastIndexOf(`<${name}`, start - 1);
  const opening: Span[] = opened < 0 ? [] : [[opened, endOfTag(source.text, opened)]];
  return { finding, blank: [...opening, span] };
}

/** The next closing tag of a component with a slip in it: `<\\Callout>`, `< /Callout>`, `</ Callout>`; null when there is none. */
function closingSlipAfter(text: string, start: number, name: string): Span | null {
  const found = new RegExp(`<(?:\\s+/\\s*|/\\s+|\\\\)${RegExp.escape(name)}\\s*>`, 'y');
  for (let place = text.indexOf('<', start); place >= 0; place = text.indexOf('<', place + 1)) {
    found.lastIndex = place;
    if (found.test(text)) return [place, found.lastIndex];
  }
  return null;
}

/** Tags that do not match: one that is never closed, one that was never opened, or two that cross. */
function diagnoseNesting(source: SourceFile, { offset, rule: reason, message, named }: MarkdownFault): Diagnosis {
  const { text } = source;
  if (reason === 'unexpected-closing-slash') {
    const start = text.lastIndexOf('<', offset);
    const [, name = ''] = /^<\/\s*([\w.:-]*)/.exec(text.slice(start)) ?? [];
    return strayClosingTag(source, start, name);
  }
  if (!named) return unknown(source, offset);
  const [, opened = ''] = /^<\s*([\w.:-]*)/.exec(text.slice(named)) ?? [];
  const opening: Span = [named, endOfTag(text, named)];
  const closings = closingTagAfter(text, opening[1], opened);
  const blank = [opening, ...closings];
  if (/^[a-z]/.test(opened) && !ruleOf(opened)) {
    const details = { name: opened, kind: kindOfTag(opened) };
    return { finding: htmlInContent.at(source.place(named), details), blank };
  }
  const [, closed] = /closing tag `<\/([^`>]*)>`/.exec(message) ?? [];
  if (closed !== undefined && closed !== opened) {
    return diagnoseCrossing(source, text.lastIndexOf('<', offset), { opened, closed, opening, closings });
  }
  const slip = closingSlipAfter(text, opening[1], opened);
  if (slip) return closingSlip(source, slip, opened);
  if (ruleOf(opened)?.children === 'none' && closings.length === 0) {
    const written = text.slice(...opening);
    const fix = written.endsWith('>')
      ? { start: named, end: opening[1], replacement: written.replace(/\s*>$/, ' />') }
      : null;
    return {
      finding: unreadableBody.at(source.place(named), { kind: 'alone', name: opened, expected: '' }, fix),
      blank,
    };
  }
  const kind = closings.length > 0 ? 'apart' : 'open';
  return unreadable(source, named, { kind, name: opened }, blank);
}

interface Crossing {
  /** The name of the tag that should be closed, and of the one that is. */
  readonly opened: string;
  readonly closed: string;
  readonly opening: Span;
  /** The closing tag that the opened one has all the same, further on. */
  readonly closings: readonly Span[];
}

/** A closing tag of another component than the one that is open. */
function diagnoseCrossing(
  source: SourceFile,
  start: number,
  { opened, closed, opening, closings }: Crossing,
): Diagnosis {
  const [closingTag = ''] = /^<\/[^>\n]*>/.exec(source.text.slice(start)) ?? [];
  const end = start + closingTag.length;
  const details = { kind: 'crossed', name: closed, expected: opened };
  // The closing tag of an unknown component is a misspelt one. Otherwise, it may have its own opening tag.
  const isMisspelt = closings.length === 0 && !ruleOf(closed) && closingTag !== '';
  const fix = isMisspelt ? { start, end, replacement: `</${opened}>` } : null;
  return {
    finding: unreadableBody.at(source.place(start), details, fix),
    blank: isMisspelt ? [opening, [start, end]] : [opening, ...closings],
  };
}

function strayClosingTag(source: SourceFile, start: number, name: string): Diagnosis {
  const blank: Span[] = [[start, endOfBrokenTag(source.text, start)]];
  if (!/^[a-z]/.test(name)) return unreadable(source, start, { kind: 'stray', name }, blank);
  return { finding: htmlInContent.at(source.place(start), { name, kind: kindOfTag(name) }), blank };
}
