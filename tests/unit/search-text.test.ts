import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { excerptOf } from '#lib/search/excerpt.ts';
import { searchRecords } from '#lib/search/records.ts';
import { PublishFault } from '#publish/fault.ts';
import { searchFiles } from '#publish/search/search-files.ts';
import { searchText } from '#publish/search/search-text.ts';
import { allTwins, contactFile, contacts, load } from './content-tree.ts';
import { record } from './search-record.ts';

describe('An excerpt', () => {
  const text = [
    'The first line.',
    '# Council',
    'The council meets on Fridays.',
    '# Is there a desk?',
    'Yes.',
    `${'Word '.repeat(60)}budget ${'word '.repeat(60)}`.trim(),
  ].join('\n');
  const page = record('Page', text, { translations: [['Onze begroting', 'Dutch']] });
  const plain = (words: readonly string[]) => excerptOf(page, words).join('');

  test('shows the line with most of the words, with the words at odd places', () => {
    expect(excerptOf(page, ['council', 'fridays'])).toEqual(['The ', 'council', ' meets on ', 'Fridays', '.']);
  });

  test('joins a heading and the line below it', () => {
    expect(plain(['council'])).toBe('Council: The council meets on Fridays.');
    expect(plain(['desk'])).toBe('Is there a desk? Yes.');
  });

  test('shows the first line when no word is in the text', () => {
    expect(excerptOf(page, ['page'])).toEqual(['The first line.']);
    expect(excerptOf(page, [])).toEqual(['The first line.']);
  });

  test('starts with the title in the language in which the page was found', () => {
    expect(excerptOf(page, ['begroting'])).toEqual(['Onze ', 'begroting', ' (Dutch). The first line.']);
  });

  test('cuts a long line between words, around the first match', () => {
    const cut = plain(['budget']);
    expect(cut).toMatch(/^… (Word )+budget (word )+…$/);
    expect(cut.length).toBeLessThan(200);
  });

  test('shows the items of a list in one line, after the sentence that they continue', () => {
    const page = record('A', 'x\nThe service has:\nhalls\ncars\nkeys\nIt is open.');
    expect(excerptOf(page, ['cars']).join('')).toBe('The service has: halls, cars, keys');
  });
});

describe('The text of a page', () => {
  const textOf = (html: string) => searchText(fromHtml(html));

  test('has one line per block of the main content, with headings marked', () => {
    const html = `<header>x</header><main><h1>Title</h1><p>One\n <b>two</b>,<br>three</p>
      <h2>Head\u00ading</h2><ul><li>a</li><li>b</li></ul><details><summary>Why?</summary>Because.</details></main>`;
    expect(textOf(html)).toBe('Title\nOne two,\nthree\n# Heading\na\nb\n# Why?\nBecause.');
  });

  test.for([
    '<nav>x</nav>',
    '<form>x</form>',
    '<button>x</button>',
    '<svg><text>x</text></svg>',
    '<p aria-hidden="true">x</p>',
    '<div data-search="skip"><p>x</p></div>',
    '<div data-search="detail"><p>x</p></div>',
    '<h2><button>x</button></h2>',
  ])('leaves out %s', (html) => {
    expect(textOf(`<main><p>a</p>${html}<p>b</p></main>`)).toBe('a\nb');
  });

  test('keeps an address with break opportunities in one piece', () => {
    expect(textOf('<main>name<wbr>@premier<wbr>.fed</main>')).toBe('name@premier.fed');
  });

  test('is null without main content', () => {
    expect(textOf('<p>x</p>')).toBeNull();
  });
});

describe('The search files', () => {
  test('leave out a draft', () => {
    const [language] = languages;
    const alone = { [contactFile('post-room')]: contacts['post-room'].replace('page: services/post\n', '') };
    const drafted = load({ ...allTwins('services/post', { draft: 'true' }), ...alone }).site;
    const whole = load(alone).site;
    if (!drafted || !whole || !language) throw new Error('The tree has findings.');
    const paths = (site: typeof whole) => searchRecords(site, language).map(({ path }) => path);
    expect(paths(whole)).toContain(`/${language.code}/services/post`);
    expect(paths(drafted)).not.toContain(`/${language.code}/services/post`);
  });

  test('refuse a page without main content', () => {
    const { site } = load();
    if (!site) throw new Error('The tree has findings.');
    const searching = { ...site, search: 'search' };
    expect(() => searchFiles(searching, new Map())).toThrow(PublishFault);
    expect(() => searchFiles(searching, new Map())).toThrow('has no main content');
  });

  test('are not written for a site without a search page', () => {
    const { site } = load();
    if (!site) throw new Error('The tree has findings.');
    expect(searchFiles({ ...site, search: null }, new Map()).size).toBe(0);
  });

  test('have the same bytes for the same pages', () => {
    const { site } = load();
    if (!site) throw new Error('The tree has findings.');
    const texts = new Map(
      site.pages.flatMap(({ twins }) => Object.values(twins).map((twin) => [twin.path, 'A text.'] as const)),
    );
    const files = () => searchFiles({ ...site, search: 'search' }, texts);
    expect([...files().keys()]).toEqual(languages.map(({ code }) => `/search-${code}.json`));
    expect(files()).toEqual(files());
  });
});
