import { expect, it } from 'vitest';
import { publishedPages, site } from '../published-site.ts';
import { reportFaults } from './checks/mistakes.ts';
import { elementsOf, readDocument } from './document.ts';
import { documentAt } from './site.ts';

it('Every page has one way to report a mistake, with its address and its version', () => {
  for (const page of publishedPages) {
    expect.soft(reportFaults(site, page)(documentAt(page.path)), page.path).toEqual([]);
  }
});

it('No card has a way of its own to report a mistake', () => {
  for (const { path } of publishedPages) {
    const main = elementsOf(documentAt(path).tree, 'main').flatMap((element) => elementsOf(element, 'a'));
    expect
      .soft(
        main.filter(({ properties }) => String(properties['href']).includes('subject=')),
        path,
      )
      .toEqual([]);
  }
});

it.each([
  ['no link', /<footer.*<\/footer>/s, '<footer><p>Address</p></footer>'],
  ['another address', /translate="no">[^<]*\/[^<]*</, 'translate="no">example.org/x<'],
])('The check of reports fails for %s', (_, part, instead) => {
  const [page] = publishedPages;
  if (!page) throw new Error('The site has no page.');
  const { html } = documentAt(page.path);
  expect(html).toMatch(part);
  expect(reportFaults(site, page)(readDocument(page.path, html.replace(part, instead)))).toHaveLength(1);
});
