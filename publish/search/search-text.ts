import type { Nodes, Root } from 'hast';
import { headingMark } from '#lib/search/search-data.ts';
import { firstElement } from '../pages/strip-page.ts';

/** Elements that are not the text of a page: ways to elsewhere, controls, drawings, and the title, which a result shows anyway. */
const skipped = ['nav', 'search', 'form', 'button', 'svg'];

/** Elements inside a line of text (HTML, phrasing content). Every other element starts a line. */
const inline = 'a abbr b cite code em i q small span strong sub sup time wbr'.split(' ');

/**
 * Reads the text that search indexes from a finished page: its main content, one line per block, without controls, hidden
 * elements and elements with `data-search`: `skip` for what is no content, `detail` for what only fills search. A heading starts with `headingMark`.
 * @returns null when the page has no main content
 */
export function searchText(document: Root): string | null {
  const main = firstElement(document, ({ tagName }) => tagName === 'main');
  if (!main) return null;
  return (
    textOf(main)
      // Publishing adds soft hyphens to headings.
      .replaceAll('\u00ad', '')
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ').replace(/^ | $/g, ''))
      .filter((line) => line !== '' && line !== headingMark.trim())
      .join('\n')
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[\t\n\r]/g, ' ');
  if (!('children' in node)) return '';
  const text = node.children.map(textOf).join('');
  if (node.type !== 'element') return text;
  const { tagName, properties } = node;
  if (skipped.includes(tagName) || properties['ariaHidden'] === 'true' || properties['dataSearch'] !== undefined)
    return '';
  if (inline.includes(tagName)) return text;
  return /^(h[2-6]|summary)$/.test(tagName) ? `\n${headingMark}${text.replaceAll('\n', ' ')}\n` : `\n${text}\n`;
}
