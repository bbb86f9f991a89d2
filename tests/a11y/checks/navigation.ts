import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 2.4.1, 2.4.5, 3.2.3, 3.2.4 and 3.2.6: there is more than one way to a page, and what pages share stands in the same place under the
 * same name. Compares with the page that the first link of the menu leads to, or the page itself links first.
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
          here.ways < 2 && !here.isGate
            ? [{ element: 'the page', words: 'offers one way to other pages' }]
            : [],
        ),
        ...barriers('leads-to-nothing', ['2.4.1'], await inPage(page, findLostAnchors)),
        ...(there ? compare(here, there) : []),
      ],
      judged: there ? navigation.criteria : ['2.4.1', '2.4.5'],
    };
  },
};

interface Shared {
  /** Links of the first menu, in order, each with its name and address. */
  readonly menu: readonly (readonly [name: string, address: string])[];
  /** How many ways there are to find other pages: menus, a search, a list of all pages. */
  readonly ways: number;
  /** A page that only lets choose a language, and stands before all ways. */
  readonly isGate: boolean;
  /** Where help stands: how many landmarks come before the first telephone number or link to contact. */
  readonly help: string | null;
  readonly lang: string;
}

function readShared(): Shared {
  const nav = [...document.querySelectorAll('nav')].find(
    (each) => each.querySelectorAll('a[href]').length > 1,
  );
  const menu = [...(nav?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])].map(
    (link) => [link.textContent.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim(), link.href] as const,
  );
  const links = [...document.querySelectorAll('a[href]')];
  const hasSearch =
    document.querySelector('search, [role="search"], input[type="search"]') !== null ||
    links.some((link) => /^(?:zoek|recherche|search)/i.test(link.textContent.trim()));
  const hasMap = links.some((link) =>
    /sitemap|plan du site|alle pagina|toutes les pages/i.test(link.textContent),
  );
  const helpful = document.querySelector('a[href^="tel:"], a[href^="mailto:"]');
  const landmark = helpful?.closest('header, nav, main, aside, footer');
  return {
    menu,
    ways: Number(menu.length > 2) + Number(hasSearch) + Number(hasMap),
    isGate:
      menu.length === 0 &&
      document.querySelectorAll('main a[hreflang], main a[lang], main [lang] a').length > 1,
    help: helpful ? (landmark?.localName ?? 'body') : null,
    lang: document.documentElement.lang,
  };
}

/** Links within the page, such as those past its menu, to a part that is not there. */
function findLostAnchors(): Place[] {
  return [...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => {
      const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
      return id !== '' && id !== 'top' && !document.getElementById(id);
    })
    .map((link) => ({ element: kit.describe(link), words: 'leads to a part that is not there' }));
}

/** The first page of the same language that the page leads to and that is not the page itself. */
function otherPage(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const bare = (address: string) => address.replace(/[?#].*$/, '');
    const link = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href], a[href]')].find(
      ({ href, hreflang, origin }) =>
        origin === location.origin && !hreflang && bare(href) !== bare(location.href),
    );
    return link?.href ?? null;
  });
}

async function readOther(page: Page, address: string): Promise<Shared | null> {
  const other = await page.context().newPage();
  try {
    await other.goto(address);
    const there = await inPage(other, readShared);
    return there.lang === (await page.evaluate(() => document.documentElement.lang)) ? there : null;
  } finally {
    await other.close();
  }
}

function compare(here: Shared, there: Shared) {
  const common = (a: Shared, b: Shared) =>
    a.menu.map(([, address]) => address).filter((address) => b.menu.some(([, other]) => other === address));
  const isSameOrder = common(here, there).join() === common(there, here).join();
  const renamed: Place[] = here.menu.flatMap(([name, address]) => {
    const other = there.menu.find(([, each]) => each === address);
    return other && other[0] !== name
      ? [{ element: `“${name}”`, words: `is “${other[0]}” on another page` }]
      : [];
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
      isSameOrder ? [] : [{ element: 'the menu', words: 'stands in another order on another page' }],
    ),
    ...barriers('other-name', ['3.2.4'], renamed),
    ...barriers(
      'help-elsewhere',
      ['3.2.6'],
      isHelpMoved ? [{ element: `in ${here.help}`, words: `stands in ${there.help} on another page` }] : [],
    ),
  ];
}
