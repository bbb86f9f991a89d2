import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 2.4.1, 2.4.5, 3.2.3, 3.2.4 and 3.2.6: there are several ways to a page, and shared parts have the same place and name on all pages.
 * Compares the page with the target of the first link of its menu that answers, or of its first link.
 */
export const navigation: Check = {
  id: 'navigation',
  criteria: ['2.4.1', '2.4.2', '2.4.5', '3.2.3', '3.2.4', '3.2.6'],
  async judge(page) {
    const here = await inPage(page, readShared);
    const there = await readOther(page, await otherPages(page));
    return {
      barriers: [
        ...barriers(
          'one-way',
          ['2.4.5'],
          here.ways < 2 && !here.isGate ? [{ element: 'the page', words: 'offers only one way to other pages' }] : [],
        ),
        ...barriers('leads-to-nothing', ['2.4.1'], await inPage(page, findLostAnchors)),
        ...barriers('help-elsewhere', ['3.2.6'], await inPage(page, findWanderingHelp)),
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
  /** The landmark of each kind of help: a phone number, a mail address, a link to a page for contact. */
  readonly help: Readonly<Record<string, string>>;
  /** The names of what is on every page, by what it does: fields of the header, and links of header and footer. */
  readonly names: Readonly<Record<string, string>>;
  /** The landmarks at the top of the page, and the links of each of its other menus, in order. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly lang: string;
  readonly title: string;
  readonly heading: string;
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
  const kinds = {
    number: 'a[href^="tel:"]',
    mail: 'a[href^="mailto:"]',
    contact: 'a[href*="contact"], a[href*="hulp"], a[href*="help"]',
  };
  const help = Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, selector]) => {
      const places = [...document.querySelectorAll(selector)].map(
        (link) => link.closest('body > header, body > nav, main, aside, body > footer')?.localName ?? 'body',
      );
      const outside = places.filter((place) => place !== 'main');
      const shown = outside.length > 0 ? outside : places;
      return shown.length > 0 ? [[kind, [...new Set(shown)].join(' and ')]] : [];
    }),
  );
  const plain = (text: string) => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) =>
    plain(
      element.getAttribute('aria-label') ??
        ([...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent).join(' ') ||
          element.textContent),
    );
  const around = 'body > header, body > footer, [role="banner"], [role="contentinfo"]';
  const fields = [...document.querySelectorAll<HTMLInputElement>(`:is(${around}) form :is(input, button, select)`)].map(
    (field): [string, string] => [`${field.form?.action} ${field.localName} ${field.name}`, nameOf(field)],
  );
  // The last name counts: a wordmark may be the first link to the home page.
  const shared = [...document.querySelectorAll<HTMLAnchorElement>(`:is(${around}) a[href]`)]
    .filter(({ hreflang }) => !hreflang)
    .map((link): [string, string] => [`${link.closest('nav')?.ariaLabel ?? ''} ${link.href}`, nameOf(link)]);
  const parts = [...document.body.children].filter((part) => part.matches('header, nav, main, footer'));
  const menus = Object.fromEntries(
    [...document.querySelectorAll('nav[aria-label]')].map((each) => [
      each.ariaLabel ?? '',
      [...each.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    ]),
  );
  return {
    menu,
    ways: Number(menu.length > 2) + Number(hasSearch) + Number(hasMap),
    isGate: menu.length === 0 && document.querySelectorAll('main a[hreflang], main a[lang], main [lang] a').length > 1,
    help,
    names: Object.fromEntries([...fields, ...shared]),
    orders: { ...menus, landmarks: parts.map(({ localName }) => localName) },
    lang: document.documentElement.lang,
    title: document.title,
    heading: document.querySelector('h1')?.textContent ?? '',
  };
}

/** Help that is before the fields in one part of a form and after them in another. */
function findWanderingHelp(): Place[] {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>(
      'main :is(a[href^="tel:"], a[href^="mailto:"], a[href*="contact"], a[href*="hulp"], a[href*="help"], a[href*="aide"])',
    ),
  ];
  const placed = links.flatMap((link) => {
    const part = link.closest('section, fieldset, form, article, [id]:not(p, a, span, li)');
    const fields = [...(part?.querySelectorAll('input, select, textarea') ?? [])];
    if (!part || fields.length === 0) return [];
    const isAfter = fields.every((field) => field.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [{ link, isAfter }];
  });
  return [...Map.groupBy(placed, ({ link }) => link.href).values()].flatMap((same) =>
    new Set(same.map(({ isAfter }) => isAfter)).size > 1
      ? [{ element: kit.describe(same[0]?.link as Element), words: 'changes its place between the parts of the page' }]
      : [],
  );
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

/** Other pages of the same language that the page links to, those of its menu first; three at most. */
function otherPages(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bare = (path: string) => path.replace(/[?#].*$/, '');
    const links = [
      ...document.querySelectorAll<HTMLAnchorElement>('nav a[href]'),
      ...document.querySelectorAll<HTMLAnchorElement>('a[href]'),
    ].filter(
      ({ href, hreflang, origin }) => origin === location.origin && !hreflang && bare(href) !== bare(location.href),
    );
    return [...new Set(links.map(({ href }) => href))].slice(0, 3);
  });
}

/** Reads the first of the pages that answers with a document in the same language. */
async function readOther(page: Page, paths: readonly string[]): Promise<Shared | null> {
  const lang = await page.evaluate(() => document.documentElement.lang);
  const other = await page.context().newPage();
  try {
    for (const path of paths) {
      // An empty error page cannot be opened.
      const response = await other.goto(path).catch(() => null);
      if (!response?.ok() || !response.headers()['content-type']?.includes('html')) continue;
      const there = await inPage(other, readShared);
      if (there.lang === lang) return there;
    }
    return null;
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
  const moved = Object.entries(here.help).flatMap(([kind, place]) => {
    const other = there.help[kind];
    // Help in the text of another page is not its help for every page; an error page without a menu has all links in its text.
    const isAlone = place === 'main' && here.menu.length === 0;
    return other && other !== place && other !== 'main' && !isAlone
      ? [{ element: `${kind} in ${place}`, words: `is in ${other} on another page` }]
      : [];
  });
  const otherNames = Object.entries(here.names).flatMap(([does, name]) => {
    const other = there.names[does];
    return other !== undefined && other !== name
      ? [{ element: `“${name}”`, words: `is “${other}” on another page` }]
      : [];
  });
  const turned = Object.entries(here.orders).flatMap(([name, order]) => {
    const other = there.orders[name] ?? [];
    const both = order.filter((each) => other.includes(each));
    const isSame = both.join() === other.filter((each) => order.includes(each)).join();
    return isSame ? [] : [{ element: `“${name}”`, words: 'has another order on another page' }];
  });
  return [
    ...barriers(
      'menu-in-another-order',
      ['3.2.3'],
      isSameOrder ? turned : [{ element: 'the menu', words: 'has another order on another page' }],
    ),
    ...barriers('other-name', ['3.2.4'], [...renamed, ...otherNames]),
    ...barriers(
      'title-of-another',
      ['2.4.2'],
      here.title === there.title && here.heading !== there.heading
        ? [{ element: 'the title', words: `“${here.title}” is also that of another page` }]
        : [],
    ),
    ...barriers('help-elsewhere', ['3.2.6'], moved),
  ];
}
