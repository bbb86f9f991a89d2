import { fold } from '#lib/languages/fold.ts';
import { isAddress } from '#lib/recognise/addresses.ts';
import { findAll } from '#lib/recognise/found.ts';
import { type Finding, rule, type SourceFile } from '../finding/finding.ts';
import type { BodyLink } from '../read/body.ts';
import { privateLink } from '../rules/private-links.ts';
import type { Prose } from './prose.ts';

/* The texts of links: each identifies its target by itself, because screen readers list links (WCAG 2.2, 2.4.4 and 2.4.9). */

export const addressAsText = rule({ code: 'C087', severity: 'error', guide: 'links' });
export const vagueLink = rule({ code: 'C088', severity: 'error', guide: 'links' });
export const ambiguousLink = rule({ code: 'C089', severity: 'warning', guide: 'links' });
export const emptyLink = rule({ code: 'C090', severity: 'error', guide: 'links' });

/** A path on a computer or in a network, in a text. */
const filePath =
  /(?<![\p{L}\p{N}])(?:[A-Za-z]:[\\/](?!\/)|\\{1,2}[\w.-]+\\|file:\/\/|~\/|\/(?:home|Users|Volumes)\/)[^\s)»’]+/gu;

/** Reports paths of files that only the writer can open (C035). */
export function checkFilePaths(prose: Prose): Finding[] {
  return findAll(prose.text, filePath).map((found) =>
    privateLink.at(prose.place(found), { kind: 'path', target: found.written, suggestion: 'none' }),
  );
}

/** Checks the texts of the links of a page (C087 to C090). A text ending in `…` in `vagueLinks` may continue. */
export function checkLinkTexts(
  links: readonly BodyLink[],
  vagueLinks: readonly string[],
  source: SourceFile,
): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, BodyLink>();
  const isVague = vagueTest(vagueLinks);
  for (const link of links) {
    const { text, target, offset } = link;
    if (text === null || /^(?:mailto|tel):/i.test(target)) continue;
    // An address in brackets after a text in brackets is a mistyped link (C091).
    if (/\]\s*\($/.test(source.text.slice(Math.max(0, offset - 4), offset))) continue;
    const place = source.place(offset);
    const words = wordsOf(text);
    const earlier = seen.get(words);
    if (words === '') findings.push(emptyLink.at(place, { target }));
    else if (isAddress(text)) findings.push(addressAsText.at(place, { address: secure(text.trim()) }));
    else if (isVague(words)) findings.push(vagueLink.at(place, { text: text.trim(), target }));
    else if (!earlier) seen.set(words, link);
    else if (earlier.target !== target) {
      const { line } = source.place(earlier.offset);
      findings.push(ambiguousLink.at(place, { text: text.trim(), line }));
    }
  }
  return findings;
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function vagueTest(vagueLinks: readonly string[]): (words: string) => boolean {
  const whole = new Set(vagueLinks.filter((each) => !each.endsWith('…')).map(wordsOf));
  const starts = vagueLinks.filter((each) => each.endsWith('…')).map(wordsOf);
  return (words) => whole.has(words) || starts.some((start) => `${words} `.startsWith(`${start} `));
}

function secure(address: string): string {
  return address.replace(/^(?:http:\/\/)?(?=www\.)|^http:\/\//i, 'https://');
}
