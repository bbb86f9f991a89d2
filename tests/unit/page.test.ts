import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { PublishFault } from '#publish/fault.ts';
import { finishPage, stripPage } from '#publish/pages/page.ts';
import { printSheet } from '#publish/pages/print-style.ts';

const data = '<script type="application/ld+json">{"@type":"GovernmentOrganization"}</script>';

/** A document as a framework renders it: content, and everything that serves its client. */
const rendered = `<!DOCTYPE html><!--build--><html lang="nl-BE"><head>
<meta charset="utf-8"/><title>A page</title>
<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>
<link rel="preload" as="font" href="/fonts/body.woff2" crossorigin="" type="font/woff2"/>
<link rel="preload" as="script" fetchpriority="low" href="/_next/a.js"/>
<link rel="canonical" href="https://site.example/nl"/>
<link rel="stylesheet" href="/_next/b.css"/>
<script src="/_next/a.js" async=""></script>
<script src="/_next/b.js" nomodule=""></script>
${data}
</head><body><div hidden=""><!--$--><!--/$--></div>
<main id="main"><h1>A page</h1><p>One word<!-- --> and <em>another</em>&nbsp;: « é ».</p>
<details><summary>More</summary><p hidden="until-found">Kept</p></details></main>
<script>self.__next_f.push([1,"x"])</script>
<script type="module" src="/_next/m.js"></script>
<script type="importmap">{}</script>
<script type="speculationrules">{}</script>
<script type="text/plain">kept by nobody</script>
<noscript>Please use a browser.</noscript>
</body></html>`;

const elements = (html: string, match: (node: Element) => boolean): Element[] => {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (node) => {
    if (match(node)) found.push(node);
  });
  return found;
};

const textOf = (html: string): string => {
  let text = '';
  visit(fromHtml(html), 'text', (node, _, parent) => {
    const within =
      (parent as Element | Root | undefined)?.type === 'element' ? (parent as Element).tagName : '';
    if (within !== 'script' && within !== 'style') text += node.value;
  });
  return text.replace(/\s+/g, ' ');
};

const stripped = stripPage(rendered, '/nl');
const published = finishPage(stripPage(rendered, '/nl'), 'body{color:red}');

group('what is published is a finished document', () => {
  test('no script is left except data that no browser runs', () => {
    const scripts = elements(published, ({ tagName }) => tagName === 'script');
    expect(scripts.map(({ properties }) => properties['type'])).toEqual(['application/ld+json']);
    expect(published).toContain(data);
  });

  test('a kind of script that nobody has thought of yet is taken away too', () => {
    const html = finishPage(stripPage('<script type="future/thing">x</script><p>y</p>', '/'), '');
    expect(html).not.toContain('<script');
    expect(textOf(html)).toContain('y');
  });

  test('nothing is fetched for a script, and fonts still are', () => {
    const preloads = elements(published, ({ properties }) => String(properties['rel']) === 'preload');
    expect(preloads.map(({ properties }) => properties['as'])).toEqual(['font']);
    expect(published).not.toContain('/_next/');
  });

  test('the first picture does not wait for a font: it is fetched from the beginning of the body on', () => {
    const [body] = elements(published, ({ tagName }) => tagName === 'body');
    expect(body?.children[0]).toMatchObject({
      tagName: 'link',
      properties: { rel: ['preload'], as: 'font' },
    });
  });

  test('no comment is left', () => {
    expect(published).not.toContain('<!--');
  });

  test('style sheets are named in their order and stand in the page once, as one text', () => {
    expect(stripped.styles).toEqual(['/_next/a.css', '/_next/b.css']);
    const styles = elements(published, ({ tagName }) => tagName === 'style');
    expect(styles).toHaveLength(1);
    expect(styles[0]?.children).toMatchObject([{ type: 'text', value: 'body{color:red}' }]);
    const links = elements(published, ({ properties }) => String(properties['rel']) === 'stylesheet');
    expect(links.map(({ properties: { href, media } }) => `${href} ${media}`)).toEqual([
      `${printSheet} print`,
    ]);
  });

  test('the style sheet is published byte for byte, so that its hash holds', () => {
    const css = 'a::after{content:"<é>&amp; \\\\201c"}a>b{color:red}';
    const html = finishPage(stripPage('<head></head><p>x</p>', '/'), css);
    expect(/<style>([\s\S]*)<\/style>/.exec(html)?.[1]).toBe(css);
  });

  test('every word that was there is still there, and so are the metadata', () => {
    const expected = textOf(rendered.replace(/<script[\s\S]*?<\/script>/g, ''));
    expect(textOf(published).trim()).toBe(expected.trim());
    expect(published).toContain('<title>A page</title>');
    expect(published).toContain('rel="canonical"');
    expect(published).toMatch(/^<!doctype html>/i);
  });
});

group('the module of a custom element is published with its element', () => {
  const published = ['copy-text', 'directory-filter'];
  const module = (name: string) => `<script type="module" async src="/elements/${name}.js"></script>`;
  const page = (body: string, head = '') =>
    stripPage(`<head>${head}</head><body>${body}</body>`, '/xx', published);

  test('it stays, and the page says which elements it holds', () => {
    const both = page(
      '<directory-filter></directory-filter><p><copy-text></copy-text><copy-text></copy-text></p>',
      module('directory-filter') + module('copy-text'),
    );
    expect(both.elements).toEqual(['copy-text', 'directory-filter']);
    const scripts = elements(finishPage(both, ''), ({ tagName }) => tagName === 'script');
    expect(scripts.map(({ properties }) => properties['src'])).toEqual([
      '/elements/directory-filter.js',
      '/elements/copy-text.js',
    ]);
    expect(scripts.flatMap(({ properties }) => properties['async'] ?? [])).toEqual([]);
    expect(page('<p>x</p>').elements).toEqual([]);
  });

  test.for([
    ['a module without its element', '', module('copy-text'), 'holds no <copy-text>'],
    ['an element without its module', '<copy-text></copy-text>', '', 'does not ask for'],
    ['a module that nobody made', '<other-thing></other-thing>', module('other-thing'), 'not published'],
  ] as const)('%s is refused', ([, body, head, words]) => {
    expect(() => page(body, head)).toThrow(PublishFault);
    expect(() => page(body, head)).toThrow(words);
  });

  test.for([
    '<script src="/elements/copy-text.js"></script>',
    '<script type="module" src="/elements/copy-text.js">alert(1)</script>',
    '<script type="module" src="https://example.org/elements/copy-text.js"></script>',
    '<script type="module" src="/elements/../copy-text.js"></script>',
    '<script type="module" src="/elements/copytext.js"></script>',
  ])('%s is no such module and is taken away', (script) => {
    const { elements: found, ...rest } = page('<p>x</p>', script);
    expect(found).toEqual([]);
    expect(finishPage({ ...rest, elements: found }, '')).not.toContain('<script');
  });
});

group('content that waits for a script is not published', () => {
  test.for([
    ['a part that arrived late', '<div hidden id="S:0"><p>Late</p></div>'],
    ['the place of a part that is still to come', '<template id="B:0"></template><p>Wait</p>'],
    ['a part in pieces', '<template id="P:1"></template>'],
  ] as const)('%s', ([, html]) => {
    const page = `<body><main>${html}</main></body>`;
    expect(() => stripPage(page, '/nl/late')).toThrow(PublishFault);
    expect(() => stripPage(page, '/nl/late')).toThrow(/\/nl\/late/);
  });

  test('and ordinary hidden content is', () => {
    const html = '<div hidden id="more"><p>Shown by the browser</p></div>';
    expect(finishPage(stripPage(html, '/'), '')).toContain('Shown by the browser');
  });
});

group('long words of headings may break where a dictionary says so', () => {
  const finished = (body: string, lang: string) =>
    finishPage(stripPage(`<html lang="${lang}"><head></head><body>${body}</body></html>`, '/'), '');
  const word = 'Toegankelijkheidsverklaring';
  const hidden = /\u00ad|&shy;|&#xad;/gi;

  test('a heading gets soft hyphens, and reads the same without them', () => {
    const html = finished(`<h1>${word}</h1>`, 'nl-BE');
    expect(html).not.toContain(word);
    expect(html.replace(hidden, '')).toContain(word);
  });

  test('text and title stay as they are, and so do words that are short or in a language of their own', () => {
    const body = `<p>${word}</p><h2>Over ons</h2><h2><span lang="en">Internationalisation</span></h2>`;
    expect(finished(body, 'nl-BE')).not.toMatch(hidden);
  });

  test('every language of the site has its dictionary', () => {
    for (const { tag } of languages) {
      expect(() => finished('<h1>Administration</h1>', tag)).not.toThrow();
    }
  });
});

test('the same document always gives the same bytes', () => {
  expect(finishPage(stripPage(rendered, '/nl'), 'body{color:red}')).toBe(published);
});
