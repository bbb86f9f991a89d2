import { fromHtml } from 'hast-util-from-html';
import { expect, describe as group, test } from 'vitest';
import { contentOf } from '#publish/pages/page-content.ts';
import { pageStyles } from '#publish/pages/page-style.ts';
import { partPrint } from '#publish/pages/print-style.ts';
import { shortenProperties } from '#publish/pages/short-names.ts';

function cut(css: string, html: string, modules: readonly string[] = []): string {
  return pageStyles(css)(contentOf(fromHtml(html), modules));
}

group('a page has the rules that can apply to it, and no other', () => {
  const html = '<p class="lead small" id="top">x</p><a href="/x" aria-current="page">x</a>';

  test.each([
    'p',
    '.lead.small',
    'p.lead',
    '#top',
    '[href]',
    '[aria-current=page]',
    'p+a',
    '*',
    'a:hover',
    'a:focus-visible:before',
    '::selection',
    ':root',
    'p:not(.gone)',
    ':is(.gone,a)',
    'body:has(.lead)',
    'a[open]',
    'P',
  ])('%s stays', (selector) => {
    expect(cut(`${selector}{color:red}`, html)).toBe(`${selector}{color:red}`);
  });

  test.each([
    'table',
    '.gone',
    'a.lead',
    '#gone',
    '[hidden]',
    'p .gone',
    '.gone>a',
    ':is(.gone,table)',
    'body:has(.gone)',
    ':where(.gone) a',
  ])('%s goes', (selector) => {
    expect(cut(`${selector}{color:red}`, html)).toBe('');
  });

  group('by what stands above and before', () => {
    const nested =
      '<main><ul class="list"><li><b>x</b></li></ul><p>x</p><p><i>x</i></p></main><footer><a>x</a></footer>';

    test.each([
      'main b',
      'main>ul',
      '.list>li b',
      'ul+p',
      'ul~p i',
      'p+p',
      'main :is(ul>li,table)',
      'main:has(b)',
      ':has(>b)',
      'main>:is(ul,p)>i',
      'body>:not(main) a',
    ])('%s stays', (selector) => {
      expect(cut(`${selector}{color:red}`, nested)).toBe(`${selector}{color:red}`);
    });

    test.each([
      'main a',
      'main>b',
      'b main',
      'p+ul',
      'ul~a',
      'li+li',
      ':is(ul,ol)>b',
      'footer :is(ul>li,main a)',
      'footer:has(p+ul)',
      'main>:is(ul,p)>b',
    ])('%s goes', (selector) => {
      expect(cut(`${selector}{color:red}`, nested)).toBe('');
    });

    test('except for what a module makes, which may stand anywhere', () => {
      const css = 'main>ol{a:b}main>footer{a:b}.list .busy a{a:b}';
      const module = 'main.append(document.createElement("ol"));a.className="busy"';
      expect(cut(css, nested, [module])).toBe('main>ol{a:b}.list .busy a{a:b}');
    });

    test('or what comes out of a template', () => {
      expect(cut('main .made i{a:b}', `${nested}<template><p class="made"></template>`)).toBe(
        'main .made i{a:b}',
      );
    });
  });

  test('of a list of selectors, those stay that can apply', () => {
    expect(cut('.gone,a,table{color:red}', html)).toBe('a{color:red}');
  });

  test('nothing is left of a query around rules that go', () => {
    expect(cut('@media print{.gone{a:b}}@media print{a{a:b}}', html)).toBe('@media print{a{a:b}}');
  });

  test('what stands in a template counts', () => {
    expect(cut('td{a:b}', '<template><table><tr><td>x</table></template>')).toBe('td{a:b}');
  });
});

group('what paper gets is parted from what screens show', () => {
  test('in the same order, without the query', () => {
    const css = 'a{a:b}@media print{a{c:d}@page{size:A4}}p{a:b}@media print{p{c:d}}';
    expect(partPrint(css)).toEqual({ screen: 'a{a:b}p{a:b}', paper: 'a{c:d}@page{size:A4}p{c:d}' });
  });

  test.each([
    '@media screen{a{a:b}}',
    '@media print and (width>9em){a{a:b}}',
    '@layer a{@media print{a{a:b}}}',
  ])('and %s stays where it is', (css) => {
    expect(partPrint(css)).toEqual({ screen: css, paper: '' });
  });
});

group('the cascade decides the same', () => {
  test('what stays keeps its order', () => {
    expect(cut('a{a:b}.gone{a:b}p{a:b}a{c:d}', '<p><a>')).toBe('a{a:b}p{a:b}a{c:d}');
  });

  test('a layer keeps its place, also when nothing is left in it', () => {
    expect(cut('@layer a{.gone{a:b}}@layer b{p{a:b}}@layer a{p{a:b}}', '<p>')).toBe(
      '@layer a{}@layer b{p{a:b}}@layer a{p{a:b}}',
    );
  });
});

group('custom properties', () => {
  test('stay when a rule reads them, directly or through others', () => {
    const css = ':root{--a:var(--b);--b:1px;--c:2px}p{margin:var(--a)}.gone{margin:var(--c)}';
    expect(cut(css, '<p>')).toBe(':root{--a:var(--b);--b:1px}p{margin:var(--a)}');
  });

  test('stay when the sheet for paper reads them', () => {
    const sheet = ':root{--a:var(--b);--b:1px;--c:2px}';
    const styleOf = pageStyles(sheet, 'p{margin:var(--a)}');
    expect(styleOf(contentOf(fromHtml('<p>'), []))).toBe(':root{--a:var(--b);--b:1px}');
  });

  test('get short names wherever they are set or read, and keep apart', () => {
    expect(shortenProperties(':root{--ink:#000;--ink-2:var(--ink)}p{color:var(--ink-2,var(--other))}')).toBe(
      ':root{--a:#000;--b:var(--a)}p{color:var(--b,var(--other))}',
    );
    const many = Array.from({ length: 120 }, (_, number) => `--name-${number}:1`).join(';');
    expect(new Set(shortenProperties(`p{${many}}`).match(/--[a-z]+(?=:)/gi)).size).toBe(120);
  });
});

group('what a module makes is styled', () => {
  const css = '.result{a:b}.card.busy{a:b}ol{a:b}.gone{a:b}.b{a:b}';
  const module = 'const b=document.createElement("ol");b.className=`result`;card.classList.add("busy")';

  test('by every name in its texts, also together with names of the page', () => {
    expect(cut(css, '<p class="card">', [module])).toBe('.result{a:b}.card.busy{a:b}ol{a:b}');
  });

  test('by every attribute that it sets as data', () => {
    const states = 'p[data-shown="1"]{a:b}[data-is-busy]{a:b}[data-gone]{a:b}';
    expect(cut(states, '<p>', ['this.dataset.shown=1;this.dataset.isBusy=""'])).toBe(
      'p[data-shown="1"]{a:b}[data-is-busy]{a:b}',
    );
  });

  test('and only on the page where it runs', () => {
    expect(cut(css, '<p class="card">')).toBe('');
  });
});

test('pages with the same names have the same style sheet', () => {
  const styleOf = pageStyles('p{a:b}a{a:b}i{a:b}');
  const [first, second] = ['<p>one<a>', '<a>two<p>three'].map((html) =>
    styleOf(contentOf(fromHtml(html), [])),
  );
  expect(first).toBe(second);
});
