import { isAddress } from '#lib/recognise/addresses.ts';
import type { Finding } from '../finding/finding.ts';
import type { SourceFile } from '../finding/source-file.ts';
import type { BodyLink } from '../rules/body.ts';

/**
 * C087 to C090: what a link says. Its text alone must tell where it leads, because that is all that some people hear of it
 * (WCAG 2.2, 2.4.4 and 2.4.9).
 */
export function checkLinkTexts(
  links: readonly BodyLink[],
  vagueLinks: readonly string[],
  source: SourceFile,
): Finding[] {
  const findings: Finding[] = [];
  const targets = new Map<string, BodyLink>();
  const isVague = vagueTest(vagueLinks);
  for (const link of links) {
    const { text, target, offset } = link;
    if (text === null || /^(?:mailto|tel):/i.test(target)) continue;
    // An address in brackets after a text in brackets is a link that is written wrongly (C091).
    if (/\]\s*\($/.test(source.text.slice(Math.max(0, offset - 4), offset))) continue;
    const said = plain(text);
    if (said === '') {
      findings.push(source.finding('C090', offset, { target }));
    } else if (isAddress(text)) {
      findings.push(source.finding('C087', offset, { address: secure(text.trim()) }));
    } else if (isVague(said)) {
      findings.push(source.finding('C088', offset, { text: text.trim(), target }));
    } else {
      const earlier = targets.get(said);
      if (earlier && earlier.target !== target) {
        const { line } = earlier.place;
        findings.push(source.finding('C089', offset, { text: text.trim(), line }));
      }
      targets.set(said, earlier ?? link);
    }
  }
  return findings;
}

/** The words of a link without what stands around them: an arrow, a full stop. */
function plain(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase();
}

function vagueTest(vagueLinks: readonly string[]): (said: string) => boolean {
  const whole = new Set(vagueLinks.filter((each) => !each.endsWith('…')).map(plain));
  const starts = vagueLinks.filter((each) => each.endsWith('…')).map(plain);
  return (said) => whole.has(said) || starts.some((start) => said === start || said.startsWith(`${start} `));
}

/** An address as a link takes it. */
function secure(address: string): string {
  return address.replace(/^(?:http:\/\/)?(?=www\.)|^http:\/\//i, 'https://');
}
