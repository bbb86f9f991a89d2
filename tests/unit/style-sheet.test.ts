import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { PublishFault } from '#publish/fault.ts';
import { namesOn, siteStyle, styleCutter } from '#publish/pages/style-sheet.ts';

function cut(css: string, html: string, modules: readonly string[] = []): string {
  return styleCutter(css)(namesOn(fromHtml(html), modules));
}

group('The style sheet of the site', () => {
  const built = new Map([
    ['/a.css', 'a { color: #ff0000 }\n/*! licence */'],
    ['/b.css', 'p { margin: 0px }'],
  ]);

  test('joins the linked sheets in order and minifies them', () => {
    expect(siteStyle(['/b.css', '/a.css'], built)).toBe('p{margin:0}a{color:red}');
  });

  test('refuses a link to a sheet that was not built', () => {
    expect(() => siteStyle(['/c.css'], built)).toThrow(PublishFault);
  });

  // As `wc -l` counts them, with tokens, comments and empty lines; without fonts.css, which `npm run fonts` writes.
  test('has at most 900 lines that are written by hand', () => {
    const sheets = globSync('{app,components}/**/*.css', { cwd: root }).filter((sheet) => !sheet.endsWith('fonts.css'));
    expect(sheets).toContain('app/site.css');
    const lines = sheets.flatMap((sheet) => readFileSync(path.join(root, sheet), 'utf8').match(/\n/g) ?? []);
    expect(lines.length).toBeLessThanOrEqual(900);
  });
});

group('Cutting the style sheet to a page', () => {
  const html = '<p class="lead small md:w-1.5 [&_a]:underline" id="top">x</p><a href="/x">x</a>';

  test.each([
    'p',
    '.lead.small',
    'p.lead',
    '#top',
    '.md\\:w-1\\.5',
    '.\\[\\&_a\\]\\:underline a',
    '[href]',
    '[data-state=open]',
    'p+a',
    '*',
    'a:hover',
    'a:focus-visible:before',
    '::selection',
    ':root',
    'p:not(.gone)',
    ':is(.gone,a)',
    ':is(:where(.lead)[data-state=open] a)',
    ':is(.lead>*)',
    'body:has(.gone)',
  ])('keeps %s', (selector) => {
    expect(cut(`${selector}{color:red}`, html)).toBe(`${selector}{color:red}`);
  });

  test.each([
    'table',
    '.gone',
    'a.gone',
    '#gone',
    'p .gone',
    '.gone>a',
    '.w-1',
    ':is(.gone>*)',
    ':is(:where(.gone):not(a) p)',
  ])('removes %s, which has a name that the page lacks', (selector) => {
    expect(cut(`${selector}{color:red}`, html)).toBe('');
  });

  test('keeps the selectors of a list that the page can use', () => {
    expect(cut('.gone,a,table{color:red}', html)).toBe('a{color:red}');
  });

  test('removes a query whose rules are all removed', () => {
    expect(cut('@media print{.gone{a:b}}@media print{a{a:b}}', html)).toBe('@media print{a{a:b}}');
  });

  test('keeps fonts and page boxes', () => {
    const css = '@font-face{font-family:a}@page{size:A4}';
    expect(cut(css, html)).toBe(css);
  });

  test('keeps the keyframes that a kept rule names, and no others', () => {
    const frames = (name: string) => `@keyframes ${name}{from{a:b}to{a:c}}`;
    const css = `p{animation:linear one}a{animation-name:two}.gone{animation:three 1s}${frames('one')}${frames('two')}`;
    expect(cut(`${css}${frames('three')}`, html)).toBe(css.replace('.gone{animation:three 1s}', ''));
  });

  test('keeps custom properties that a rule reads, directly or through others', () => {
    const css = ':root{--a:var(--b);--b:1px;--c:var(--d);--d:1px}p{margin:var(--a)}.gone{margin:var(--c)}';
    expect(cut(css, html)).toBe(':root{--a:var(--b);--b:1px}p{margin:var(--a)}');
  });

  test('keeps the order of rules', () => {
    expect(cut('a{a:b}.gone{a:b}p{a:b}a{c:d}', html)).toBe('a{a:b}p{a:b}a{c:d}');
  });

  test('keeps an empty layer, whose place decides the cascade', () => {
    expect(cut('@layer a{.gone{a:b}}@layer b{p{a:b}}@layer a{p{a:b}}', html)).toBe(
      '@layer a{}@layer b{p{a:b}}@layer a{p{a:b}}',
    );
  });

  test('keeps rules for the content of a template', () => {
    expect(cut('td.x{a:b}', '<template><table><tr><td class="x"></table></template>')).toBe('td.x{a:b}');
  });

  test('keeps rules for every name that a module of the page may add, and only there', () => {
    const css = '.result{a:b}.card.busy{a:b}ol{a:b}.gone{a:b}';
    const module = 'const b=document.createElement("ol");b.className=`result`;card.classList.add("busy")';
    expect(cut(css, '<p class="card">', [module])).toBe('.result{a:b}.card.busy{a:b}ol{a:b}');
    expect(cut(css, '<p class="card">')).toBe('');
  });

  test('gives pages with the same names the same string', () => {
    const styleOf = styleCutter('p{a:b}a{a:b}i{a:b}');
    const [first, second] = ['<p>one<a>', '<a>two<p>three'].map((page) => styleOf(namesOn(fromHtml(page), [])));
    expect(first).toBe('p{a:b}a{a:b}');
    expect(first).toBe(second);
  });
});

group('A custom property that a utility registers', () => {
  const registered = '@property --x{syntax:"*";inherits:false;initial-value:solid}';
  const copy = '@layer properties{@supports (color:red){*{--x: solid}}}';
  const whole = (css: string) => siteStyle(['/a.css'], new Map([['/a.css', css]]));

  test('becomes its initial value when no rule of the site sets it', () => {
    expect(whole(`${copy}p{border-style:var(--x)}${registered}`)).toBe('p{border-style:solid}');
  });

  test('stays, with its copy for old browsers, when a rule sets it', () => {
    const css = whole(`${copy}p{border-style:var(--x)}.dashed{--x: dashed}${registered}`);
    expect(css).toContain('@property --x');
    expect(css).toContain('@layer properties');
    expect(css).toContain('border-style:var(--x)');
  });

  test('stays when it has no initial value and a rule reads it', () => {
    const css = whole('p{line-height:var(--y, 2)}@property --y{syntax:"*";inherits:false}');
    expect(css).toContain('@property --y');
  });
});
