import type { Root } from 'mdast';
import { type MarkdownFault, parseMarkdown } from '#lib/body/parse.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';
import type { Finding, FindingCode, Fix } from '../finding/finding.ts';
import { kindOfTag } from './html.ts';

/*
 * The parser of MDX stops at its first fault. Editors want all of theirs in one run: here each fault is told, and what
 * caused it is covered with characters that mean nothing, so that reading goes on. Nothing of a text with a fault is ever
 * published; the tree only serves to find the other faults.
 */

/** One place in a body that cannot be read as it stands. */
export interface ReadingFault {
  readonly code: FindingCode;
  readonly offset: number;
  readonly details: Finding['details'];
  readonly fix?: Fix;
}

export interface ReadResult {
  /** Null when so much is wrong that nothing can be said of the rest. */
  readonly tree: Root | null;
  /** The text that the tree was made of: as long as the original, with the faults covered. */
  readonly text: string;
  readonly faults: readonly ReadingFault[];
}

interface Diagnosis extends ReadingFault {
  /** What to cover, so that reading can go on. */
  readonly cover: readonly (readonly [number, number])[];
}

/** More faults than this in one file are no slips: it is no page. */
const mostFaults = 25;

/** Reads a page, and goes on after each fault. */
export function readMarkdown(original: string): ReadResult {
  const faults: ReadingFault[] = [];
  let text = original;
  while (faults.length < mostFaults) {
    const attempt = parseMarkdown(text);
    if ('tree' in attempt) return { tree: attempt.tree, text, faults };
    const { cover, ...fault } = diagnose(text, attempt.fault);
    faults.push(fault);
    const covered = cover.reduce((covering, [start, end]) => coverUp(covering, start, end), text);
    if (covered === text) break;
    text = covered;
  }
  return { tree: null, text, faults };
}

/** A joiner between words: no letter, no space, and no mark of Markdown. */
const nothing = '\u2060';

function coverUp(text: string, start: number, end: number): string {
  const piece = text.slice(start, end);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const rest = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  // A line with nothing else becomes an empty line, which separates what stands around it.
  const filler = line.trim() === '' && rest.trim() === '' ? ' ' : nothing;
  return text.slice(0, start) + piece.replace(/[^\n]/g, filler) + text.slice(end);
}

function diagnose(text: string, fault: MarkdownFault): Diagnosis {
  const { offset, source, rule } = fault;
  if (source.endsWith('mdxjs-esm')) return diagnoseWord(text, offset);
  if (source.endsWith('mdx-expression')) return diagnoseBrace(text, offset, rule === 'unexpected-eof');
  if (source.endsWith('extension-mdx-jsx')) return diagnoseTag(text, offset);
  return diagnoseNesting(text, fault);
}

const unknown = (offset: number): Diagnosis => ({
  code: 'C020',
  offset,
  details: { kind: 'other', name: '', expected: '' },
  cover: [],
});

/** A paragraph that starts with `import` or `export`: code, or a sentence that lacks its capital. */
function diagnoseWord(text: string, offset: number): Diagnosis {
  const lineEnd = text.indexOf('\n', offset);
  const before = text.slice(0, lineEnd < 0 ? text.length : lineEnd);
  const start = [...before.matchAll(/^(?:import|export)\b/gm)].at(-1);
  if (!start) return unknown(offset);
  const [word] = start;
  const paragraph = /^[\s\S]*?(?=\n[ \t]*\n|$(?![\s\S]))/.exec(text.slice(start.index))?.[0] ?? word;
  const cover = [[start.index, start.index + paragraph.length]] as const;
  const isCode =
    /^import\s*(?:[{*'"]|\w+\s+from\b|\w+\s*,)|^export\s+(?:default|const|let|var|function|class|async|\{|\*)|[;=]\s*$/m;
  if (isCode.test(paragraph)) {
    return { code: 'C021', offset: start.index, details: { construct: word, kind: 'module' }, cover };
  }
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return {
    code: 'C020',
    offset: start.index,
    details: { kind: 'word', name: word, expected: capital },
    fix: { start: start.index, end: start.index + word.length, replacement: capital },
    cover,
  };
}

/** A brace that stays open, or braces around what is not even code. */
function diagnoseBrace(text: string, offset: number, staysOpen: boolean): Diagnosis {
  const place = staysOpen ? openBrace(text) : text.lastIndexOf('{', offset);
  if (place < 0) return unknown(offset);
  if (staysOpen) {
    const start = text.lastIndexOf('<', place);
    const [, name] = /^<([A-Za-z][\w.]*)\s[^>]*=$/.exec(text.slice(start, place)) ?? [];
    return name === undefined ? sign(place, '{') : diagnoseAttribute(text, start, place, name);
  }
  const end = closingBrace(text, place);
  // The value of an attribute stays one, so that the rest of the component can be read.
  const cover = text[place - 1] === '=' ? ([[place - 1, end]] as const) : ([[place, end]] as const);
  return { code: 'C021', offset: place, details: { construct: '{…}', kind: 'braces' }, cover };
}

/** A character that MDX takes for the start of code. */
function sign(offset: number, character: string): Diagnosis {
  return {
    code: 'C080',
    offset,
    details: { sign: character },
    fix: { start: offset, end: offset, replacement: '\\' },
    cover: [[offset, offset + 1]],
  };
}

/** Where the front matter ends; its braces and signs are none of the parser's business. */
function startOfBody(text: string): number {
  return /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0].length ?? 0;
}

/** The first brace that no other one closes. */
function openBrace(text: string): number {
  const open: number[] = [];
  for (const { index, 0: brace } of text.matchAll(/(?<!\\)[{}]/g)) {
    if (index < startOfBody(text)) continue;
    if (brace === '{') open.push(index);
    else open.pop();
  }
  return open[0] ?? -1;
}

/** Where a brace is closed: behind its partner, or at the end of its line. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (const { index, 0: mark } of text.slice(start).matchAll(/[{}]/g)) {
    depth += mark === '{' ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return endOfLine(text, start);
}

/** Something that starts with `<` and is no tag: a sign, a comment, an address, or a tag with a slip. */
function diagnoseTag(text: string, offset: number): Diagnosis {
  const start = startOfTag(text, offset);
  if (start < 0) return unknown(offset);
  const rest = text.slice(start, start + 500);
  if (rest.startsWith('<!')) {
    const end = text.indexOf('-->', start);
    const cover = [[start, end < 0 ? endOfLine(text, start) : end + '-->'.length]] as const;
    return { code: 'C020', offset: start, details: { kind: 'comment', name: '', expected: '' }, cover };
  }
  const [address] = /^<(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)[^\s>]*>?/i.exec(rest) ?? [];
  if (address) {
    const details = { address: address.replace(/^<(?:http:\/\/)?|>$/g, '') };
    return { code: 'C087', offset: start, details, cover: [[start, start + address.length]] };
  }
  const [mailbox] = /^<[^\s<>@]+@[^\s<>]+>?/.exec(rest) ?? [];
  if (mailbox) {
    const details = { found: mailbox.replace(/[<>]/g, ''), id: 'none' };
    return { code: 'C092', offset: start, details, cover: [[start, start + mailbox.length]] };
  }
  const [, slash, name] = /^<(\/?)([A-Za-z][\w.:-]*)/.exec(rest) ?? [];
  if (name === undefined) return sign(start, '<');
  return slash ? stray(text, start, name) : diagnoseAttribute(text, start, offset, name);
}

/** A tag whose attribute lacks its quotes, or one of them. */
function diagnoseAttribute(text: string, start: number, offset: number, name: string): Diagnosis {
  const end = endOfBrokenTag(text, start);
  const cover = [[start, end], ...closingTagAfter(text, end, name)] as const;
  const [, attribute] = /([\w-]+)\s*=\s*$/.exec(text.slice(start, offset)) ?? [];
  if (attribute === undefined) {
    return { code: 'C020', offset: start, details: { kind: 'quote', name, expected: '' }, cover };
  }
  // The quotation marks of a word processor, around a value.
  const [quoted, value] = /^[“”„«]\s?([^“”„«»"\n]*?)\s?[“”»]/.exec(text.slice(offset)) ?? [];
  const fix =
    quoted === undefined
      ? {}
      : { fix: { start: offset, end: offset + quoted.length, replacement: `"${value}"` } };
  return { code: 'C025', offset, details: { name, attribute }, ...fix, cover };
}

/** The tag around a place: quotation marks hide what stands between them. */
function startOfTag(text: string, offset: number): number {
  const tag = /(?<!\\)<(?=[A-Za-z/!$_>])/g;
  tag.lastIndex = startOfBody(text);
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

/** A tag whose quotation marks cannot be trusted ends with its line at the latest. */
function endOfBrokenTag(text: string, start: number): number {
  const line = endOfLine(text, start);
  const close = text.indexOf('>', start);
  return close >= 0 && close < line ? close + 1 : line;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function closingTagAfter(text: string, start: number, name: string): (readonly [number, number])[] {
  const tag = `</${name}>`;
  const place = text.indexOf(tag, start);
  return place < 0 ? [] : [[place, place + tag.length]];
}

/** Tags that do not match: one that stays open, one that was never opened, or two that cross. */
function diagnoseNesting(text: string, { offset, rule, message, named }: MarkdownFault): Diagnosis {
  if (rule === 'unexpected-closing-slash') {
    const start = text.lastIndexOf('<', offset);
    const [, name = ''] = /^<\/\s*([\w.:-]*)/.exec(text.slice(start)) ?? [];
    return stray(text, start, name);
  }
  if (!named) return unknown(offset);
  const [, opened = ''] = /^<\s*([\w.:-]*)/.exec(text.slice(named)) ?? [];
  const end = endOfTag(text, named);
  const isHtml = /^[a-z]/.test(opened) && !ruleOf(opened);
  const closings = closingTagAfter(text, end, opened);
  const cover = [[named, end], ...closings] as const;
  if (isHtml)
    return { code: 'C027', offset: named, details: { name: opened, kind: kindOfTag(opened) }, cover };
  const [, closed] = /closing tag `<\/([^`>]*)>`/.exec(message) ?? [];
  if (closed !== undefined && closed !== opened) {
    const place = text.lastIndexOf('<', offset);
    const closing = /^<\/[^>\n]*>/.exec(text.slice(place))?.[0] ?? '';
    // A closing tag that no component has is a slip of the pen.
    const isSlip = closings.length === 0 && !ruleOf(closed) && closing !== '';
    return {
      code: 'C020',
      offset: place,
      details: { kind: 'crossed', name: closed, expected: opened },
      ...(isSlip && { fix: { start: place, end: place + closing.length, replacement: `</${opened}>` } }),
      // What closes here may have its own opening tag.
      cover: isSlip
        ? [
            [named, end],
            [place, place + closing.length],
          ]
        : cover,
    };
  }
  const kind = closings.length > 0 ? 'apart' : 'open';
  return { code: 'C020', offset: named, details: { kind, name: opened, expected: '' }, cover };
}

function stray(text: string, start: number, name: string): Diagnosis {
  const end = endOfBrokenTag(text, start);
  const isHtml = /^[a-z]/.test(name);
  return {
    code: isHtml ? 'C027' : 'C020',
    offset: start,
    details: isHtml ? { name, kind: kindOfTag(name) } : { kind: 'stray', name, expected: '' },
    cover: [[start, end]],
  };
}
