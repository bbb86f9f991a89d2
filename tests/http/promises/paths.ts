import { fileOfPage, pathOfFile } from '#publish/hosts/site-files.ts';
import { choicePath, publishedPages } from '../../published-site.ts';
import { ask, askRawTarget } from '../client.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

const pagePaths = publishedPages.map(({ path }) => path);

export const redirectsOtherSpellings: HostPromise = {
  name: 'redirects old paths, trailing slashes and .html to the page in one hop and keeps the query',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const expected: [string, string][] = [
      ...Object.entries(rules.redirects),
      ...pagePaths.flatMap((page): [string, string][] => [
        [`${page}/`, page],
        [`${page}.html`, page],
      ]),
      [fileOfPage(choicePath), choicePath],
    ];
    for (const [from, to] of new Map(expected)) {
      for (const query of ['', '?', '?a=b&c=%20d&e=/', '?x=https://example.org/']) {
        const answer = await ask(host.port, from + query);
        faults.equal(`${from}${query}: status`, answer.status, 301);
        // An empty query is dropped.
        faults.equal(`${from}${query}: Location`, answer.headers.location, to + (query === '?' ? '' : query));
        faults.commonHeaders(from + query, answer, rules);
      }
      faults.equal(`${to}: status`, (await ask(host.port, to)).status, 200);
    }
    return faults.found;
  },
};

/** Forms of a path that people type and paste: capitals, `.HTML`, and punctuation from the sentence around it. */
const tolerated = (page: string) => [
  page.toUpperCase(),
  `${page.slice(0, 3).toUpperCase()}${page.slice(3)}`,
  `${page.toUpperCase()}/`,
  `${page}.HTML`,
  `${page}.htm`,
  `${page}/index.html`,
  `${page}/INDEX.HTM`,
  ...[
    '.',
    ',',
    ')',
    ').',
    ';',
    ':',
    '!',
    '>',
    '*',
    "'",
    ']',
    '%20',
    '%22',
    '%E2%80%9D',
    '%C2%A0',
    '%c2%bb',
    '%0D%0A',
    '%60',
    '%E2%80%8B',
    '+',
    '.%20',
  ].flatMap((sign) => [page + sign, `${page}/${sign}`]),
];

export const findsThePageThatIsMeant: HostPromise = {
  name: 'redirects a path with capitals, with a sign behind it or without its language to the page in one hop and keeps the query',
  async faults(host) {
    const faults = new Faults();
    const expected = pagePaths.flatMap((page) => tolerated(page).map((from): [string, string] => [from, page]));
    const bySlug = Map.groupBy(pagePaths, (page) => page.split('/').slice(2).join('/'));
    for (const [slug, [page = '', ...others]] of bySlug) {
      const to = others.length > 0 ? choicePath : page;
      if (slug !== '') expected.push([`/${slug}`, to], [`/${slug.toUpperCase()}`, to], [`/${slug}.`, to]);
    }
    for (const [from, to] of expected) {
      const answer = await askRawTarget(host.port, `${from}?a=b`);
      faults.equal(`${from}: status`, answer.status, 301);
      faults.equal(`${from}: Location`, answer.headers.location, `${to}?a=b`);
    }
    return faults.found;
  },
};

export const hasOnePathForEachPage: HostPromise = {
  name: 'answers no other spelling of a path with the page',
  async faults(host) {
    const faults = new Faults();
    for (const page of pagePaths) {
      for (const target of otherSpellingsOf(page)) {
        faults.oneOf(`${target}: status`, (await askRawTarget(host.port, target)).status, [404, 400]);
      }
    }
    for (const target of ['//', '/.', '/./', '/index', '/INDEX.HTM', '/%2f', '/index.html.gz', '/index.html/']) {
      faults.oneOf(`${target}: status`, (await askRawTarget(host.port, target)).status, [404, 400]);
    }
    return faults.found;
  },
};

export const understandsWholeUrls: HostPromise = {
  name: 'answers a request with a whole URL as target like one with a path (RFC 9112, 3.2.2)',
  async faults(host) {
    const faults = new Faults();
    for (const [target, status] of [
      [`http://localhost${pagePaths[0]}`, 200],
      ['http://localhost/', 200],
      [`http://localhost${pagePaths[0]}/?a=b`, 301],
      ['http://localhost/bestaat-niet', 404],
    ] as const) {
      faults.equal(`${target}: status`, (await askRawTarget(host.port, target)).status, status);
    }
    return faults.found;
  },
};

function otherSpellingsOf(page: string): string[] {
  const file = fileOfPage(page);
  const [, language = '', ...rest] = page.split('/');
  return [
    `/${page}`,
    `${page}//`,
    `${page}/./`,
    `${page}/x/..`,
    `/.${page}`,
    `/x/..${page}`,
    `/x/%2e%2e${page}`,
    `/${language}//${rest.join('/')}`,
    `${page}/index`,
    `${file}/`,
    `${file}.br`,
    `${file}.gz`,
    `${page}.br`,
    `${page}%2f`,
    `${page};v=1`,
    `${page}\\`,
    `/%${page.charCodeAt(1).toString(16)}${page.slice(2)}`,
    `${pathOfFile(file)}%2ehtml`,
  ];
}
