import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 2.4.1, 2.4.5, 3.2.3, 3.2.4 and 3.2.6: there are several ways to a page, and shared parts have the same place and name on all pages.
 * Compares the page with the target of the first link of its menu, or of its first link.
 */
export const navigation: Check = {
  id: 'navigation',
  criteria: ['2.4.1', '2.4.5', '3.2.3', '3.2.4', '3.2.6'],
  async judge(page) {
    const here = await inPage(page, readShared);
    const other = await otherPage(page);
    const there = other ? await readOther(page, other) : null;
    return {
      barriers: [
        ...barriers(
          'one-way',
          ['2.4.5'],
          here.ways < 2 && !here.isGate ? [{ element: 'the page', words: 'offers only one way to other pages' }] : [],
        ),
        ...barriers('leads-to-nothing', ['2.4.1'], await inPage(page, findLostAnchors)),
        ...(there ? compare(here, there) : []),
      ],
      judged: there ? navigation.criteria : ['2.4.1', '2.4.5'],
    };
  },
};

interface Shared {
  /** The links of the first menu in order, with name and URL. */
  readonly menu: readonly (readonly [name: string, path: string])[];
  /** The number of ways to find other pages: menus, a search, a list of all pages. */
  readonly ways: number;
  /** Whether the page only offers a choice of languages. */
  readonly isGate: boolean;
  /** The place of help: the number of landmarks before the first phone number or link to the contact page. */
  readonly help: string | null;
  readonly lang: string;
}

function readShared(): Shared {
  const nav = [...document.querySelectorAll('nav')].find((each) => each.querySelectorAll('a[href]').length > 1);
  const menu = [...(nav?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])].map(
    (link) => [link.textContent.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim(), link.href] as const,
  );
  const links = [...document.querySelectorAll('a[href]')];
  const hasSearch =
    document.querySelector('search, [role="search"], input[type="search"]') !== null ||
    links.some((link) => /^(?:zoek|recherche|search)/i.test(link.textContent.trim()));
  const hasMap = links.some((link) => /sitemap|plan du site|alle pagina|toutes les pages/i.test(link.textContent));
  const helpful = document.querySelector('a[href^="tel:"], a[href^="mailto:"]');
  const landmark = helpful?.closest('header, nav, main, aside, footer');
  return {
    menu,
    ways: Number(menu.length > 2) + Number(hasSearch) + Number(hasMap),
    isGate: menu.length === 0 && document.querySelectorAll('main a[hreflang], main a[lang], main [lang] a').length > 1,
    help: helpful ? (landmark?.localName ?? 'body') : null,
    lang: document.documentElement.lang,
  };
}

/** Links to a missing part of the page, such as skip links. */
function findLostAnchors(): Place[] {
  return [...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => {
      const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
      return id !== '' && id !== 'top' && !document.getElementById(id);
    })
    .map((link) => ({ element: kit.describe(link), words: 'links to a missing part of the page' }));
}

/** The first other page of the same language that the page links to. */
function otherPage(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const bare = (path: string) => path.replace(/[?#].*$/, '');
    const link = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href], a[href]')].find(
      ({ href, hreflang, origin }) => origin === location.origin && !hreflang && bare(href) !== bare(location.href),
    );
    return link?.href ?? null;
  });
}

async function readOther(page: Page, path: string): Promise<Shared | null> {
  const other = await page.context().newPage();
  try {
    await other.goto(path);
    const there = await inPage(other, readShared);
    return there.lang === (await page.evaluate(() => document.documentElement.lang)) ? there : null;
  } finally {
    await other.close();
  }
}

function compare(here: Shared, there: Shared) {
  const common = (a: Shared, b: Shared) =>
    a.menu.map(([, path]) => path).filter((path) => b.menu.some(([, other]) => other === path));
  const isSameOrder = common(here, there).join() === common(there, here).join();
  const renamed: Place[] = here.menu.flatMap(([name, path]) => {
    const other = there.menu.find(([, each]) => each === path);
    return other && other[0] !== name ? [{ element: `“${name}”`, words: `is “${other[0]}” on another page` }] : [];
  });
  const isHelpMoved =
    here.help !== null &&
    there.help !== null &&
    here.help !== there.help &&
    here.help !== 'main' &&
    there.help !== 'main';
  return [
    ...barriers(
      'menu-in-another-order',
      ['3.2.3'],
      isSameOrder ? [] : [{ element: 'the menu', words: 'has another order on another page' }],
    ),
    ...barriers('other-name', ['3.2.4'], renamed),
    ...barriers(
      'help-elsewhere',
      ['3.2.6'],
      isHelpMoved ? [{ element: `in ${here.help}`, words: `is in ${there.help} on another page` }] : [],
    ),
  ];
}
