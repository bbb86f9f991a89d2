import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { PublishFault } from '#publish/fault.ts';
import { compounds } from '#publish/pages/hyphenate.ts';
import { stripPage } from '#publish/pages/strip-page.ts';
import { writePage } from '#publish/pages/write-page.ts';

const data = '<script type="application/ld+json">{"@type":"GovernmentOrganization"}</script>';

/** A document as Next.js renders it: content, and everything that its client runtime needs. */
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
<script type="text/plain">unknown data</script>
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
    const within = (parent as Element | Root | undefined)?.type === 'element' ? (parent as Element).tagName : '';
    if (within !== 'script' && within !== 'style') text += node.value;
  });
  return text.replace(/\s+/g, ' ');
};

/** Strips a document and writes it with a style sheet. */
const publish = (html: string, css = '') => writePage(stripPage(html, '/nl').tree, css);

const published = publish(rendered, 'body{color:red}');

group('A published document', () => {
  test('contains no script except data blocks', () => {
    const scripts = elements(published, ({ tagName }) => tagName === 'script');
    expect(scripts.map(({ properties }) => properties['type'])).toEqual(['application/ld+json']);
    expect(published).toContain(data);
  });

  test('contains no script of an unknown type', () => {
    const html = publish('<script type="future/thing">x</script><p>y</p>');
    expect(html).not.toContain('<script');
    expect(textOf(html)).toContain('y');
  });

  test('preloads fonts, but no scripts', () => {
    const preloads = elements(published, ({ properties }) => String(properties['rel']) === 'preload');
    expect(preloads.map(({ properties }) => properties['as'])).toEqual(['font']);
    expect(published).not.toContain('/_next/');
  });

  test('preloads fonts at the start of the body, where they do not delay the first paint', () => {
    const [body] = elements(published, ({ tagName }) => tagName === 'body');
    expect(body?.children[0]).toMatchObject({
      tagName: 'link',
      properties: { rel: ['preload'], as: 'font' },
    });
  });

  test('contains no comment', () => {
    expect(published).not.toContain('<!--');
  });

  test('contains one inline style sheet instead of links, which are listed in order', () => {
    expect(stripPage(rendered, '/nl').styles).toEqual(['/_next/a.css', '/_next/b.css']);
    const styles = elements(published, ({ tagName }) => tagName === 'style');
    expect(styles).toHaveLength(1);
    expect(styles[0]?.children).toMatchObject([{ type: 'text', value: 'body{color:red}' }]);
    expect(elements(published, ({ properties }) => String(properties['rel']) === 'stylesheet')).toEqual([]);
  });

  test('contains the style sheet byte for byte, so that its hash matches', () => {
    const css = 'a::after{content:"<é>&amp; \\\\201c"}a>b{color:red}';
    const html = publish('<head></head><p>x</p>', css);
    expect(/<style>([\s\S]*)<\/style>/.exec(html)?.[1]).toBe(css);
  });

  test('keeps every word and all metadata', () => {
    const expected = textOf(rendered.replace(/<script[\s\S]*?<\/script>/g, ''));
    expect(textOf(published).trim()).toBe(expected.trim());
    expect(published).toContain('<title>A page</title>');
    expect(published).toContain('rel="canonical"');
    expect(published).toMatch(/^<!doctype html>/i);
  });

  test('is the same, byte for byte, when it is written again', () => {
    expect(publish(rendered, 'body{color:red}')).toBe(published);
  });
});

group('The module of a custom element', () => {
  const modules = ['copy-text', 'directory-filter'];
  const module = (name: string) => `<script type="module" async src="/elements/${name}.js"></script>`;
  const page = (body: string, head = '') => stripPage(`<head>${head}</head><body>${body}</body>`, '/xx', modules);

  test('stays on the pages that contain the element, without async', () => {
    const both = page(
      '<directory-filter></directory-filter><p><copy-text></copy-text><copy-text></copy-text></p>',
      module('directory-filter') + module('copy-text'),
    );
    expect(both.elements).toEqual(['copy-text', 'directory-filter']);
    expect(both.fetches).toBe(false);
    expect(page('<copy-text src="/data.json"></copy-text>', module('copy-text')).fetches).toBe(true);
    const scripts = elements(writePage(both.tree, ''), ({ tagName }) => tagName === 'script');
    expect(scripts.map(({ properties }) => properties['src'])).toEqual([
      '/elements/directory-filter.js',
      '/elements/copy-text.js',
    ]);
    expect(scripts.flatMap(({ properties }) => properties['async'] ?? [])).toEqual([]);
    expect(page('<p>x</p>').elements).toEqual([]);
  });

  test.for([
    ['is refused without its element', '', module('copy-text'), 'contains no <copy-text>'],
    ['is required by its element', '<copy-text></copy-text>', '', 'does not load'],
    ['is refused when no component has it', '<other-thing></other-thing>', module('other-thing'), 'not published'],
  ] as const)('%s', ([, body, head, words]) => {
    expect(() => page(body, head)).toThrow(PublishFault);
    expect(() => page(body, head)).toThrow(words);
  });

  test.for([
    '<script src="/elements/copy-text.js"></script>',
    '<script type="module" src="/elements/copy-text.js">alert(1)</script>',
    '<script type="module" src="https://example.org/elements/copy-text.js"></script>',
    '<script type="module" src="/elements/../copy-text.js"></script>',
    '<script type="module" src="/elements/copytext.js"></script>',
  ])('is told from %s, which is removed', (script) => {
    const { elements: found, tree } = page('<p>x</p>', script);
    expect(found).toEqual([]);
    expect(writePage(tree, '')).not.toContain('<script');
  });
});

group('Publishing refuses content that a script must reveal:', () => {
  test.for([
    ['a streamed part', '<div hidden id="S:0"><p>Late</p></div>'],
    ['the placeholder of a streamed part', '<template id="B:0"></template><p>Wait</p>'],
    ['the placeholder of a nested part', '<template id="P:1"></template>'],
  ] as const)('%s', ([, html]) => {
    const page = `<body><main>${html}</main></body>`;
    expect(() => stripPage(page, '/nl/late')).toThrow(PublishFault);
    expect(() => stripPage(page, '/nl/late')).toThrow(/\/nl\/late/);
  });
});

test('Publishing keeps an ordinary hidden element', () => {
  const html = '<div hidden id="more"><p>Shown by the browser</p></div>';
  expect(publish(html)).toContain('Shown by the browser');
});

group('Hyphenation', () => {
  const finished = (body: string, lang: string) =>
    publish(`<html lang="${lang}"><head></head><body>${body}</body></html>`);
  const word = 'Toegankelijkheidsverklaring';
  const hidden = /\u00ad|&shy;|&#xad;/gi;

  test('adds only soft hyphens to a long word in a heading', () => {
    const html = finished(`<h1>${word}</h1>`, 'nl-BE');
    expect(html).not.toContain(word);
    expect(html.replace(hidden, '')).toContain(word);
  });

  test('leaves text, short words, links and words in another language alone', () => {
    const body = `<p>${word}</p><h2>Instellingen</h2><h3><a href="/">${word}</a></h3><h2><span lang="en">Internationalisation</span></h2>`;
    expect(finished(body, 'nl-BE')).not.toMatch(hidden);
  });

  test.each(Object.entries(compounds).flatMap(([language, words]) => words.map((each) => [language, each] as const)))(
    'breaks a listed compound between its parts alone (%s: %s)',
    (language, compound) => {
      const heading = `<h1>${compound.replaceAll('-', '').toUpperCase()}</h1>`;
      expect(finished(heading, language)).toContain(compound.replaceAll('-', '\u00ad').toUpperCase());
    },
  );

  test('has a dictionary for every language of the site', () => {
    for (const { tag } of languages) {
      expect(() => finished('<h1>Administration</h1>', tag)).not.toThrow();
    }
  });
});
