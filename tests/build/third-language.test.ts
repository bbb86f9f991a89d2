import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { formatDay, nameOfWeekday } from '#lib/languages/dates.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, type Site, twinOf } from '#lib/site/site.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { all, attribute, first, oneLine, parse, textOf } from './html.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/*
 * A language is data: the project is copied, German is added by an entry in the list, by messages and by twins,
 * and nothing else is touched.
 */

const fixture = path.resolve(import.meta.dirname, '../fixtures/languages');
const copy = copyProject('three-languages');
const german: Language = {
  code: 'de',
  tag: 'de-BE',
  name: 'Deutsch',
  frenchSpacing: false,
  quotes: ['„', '“'],
  firstOfMonth: '1',
  letterBox: 'Bfk.',
  commonWords: 'deu',
  hardestPage: 55,
};
const three = [...languages, german];

const messagesOf = (code: string) => JSON.parse(copy.read(`messages/${code}.json`));
const gateMessagesOf = (code: string) => JSON.parse(copy.read(`gate/messages/${code}.json`));
const htmlOf = (address: string) => parse(copy.read(`out/site${fileOfPage(address)}`));

/** A day so many days from now. */
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const settings = 'content/site.yaml';
const securityAddress = '/.well-known/security.txt';

/** Names a mailbox for reports of weaknesses, until a day. */
function reportTo(expires: string): void {
  const [others = ''] = copy.read(settings).split('security:');
  copy.write(settings, `${others}security:\n  email: security@example.org\n  expires: ${expires}\n`);
}

let run: Run;
let site: Site;
let hosting: Hosting;

/** Every page in every language, with where it is published. */
const published = () =>
  site.pages.flatMap((page) =>
    three.map((language) => ({ page, language, twin: twinOf(page, language.code) })),
  );

beforeAll(async () => {
  rmSync(path.join(copy.root, 'content'), { recursive: true });
  cpSync(path.join(fixture, 'content'), path.join(copy.root, 'content'), { recursive: true });
  for (const file of ['messages/de.json', 'gate/messages/de.json']) {
    copy.write(file, readFileSync(path.join(fixture, file), 'utf8'));
  }
  const list = copy.read('lib/languages/languages.ts');
  copy.write('lib/languages/languages.ts', list.replace(/\n\];/, `\n  ${JSON.stringify(german)},\n];`));

  reportTo(dayAfter(200));

  run = await copy.run(build);
  const loaded = loadSite({ root: copy.root, languages: three, drafts: false });
  if (run.code !== 0 || !loaded.site) return;
  site = loaded.site;
  hosting = JSON.parse(copy.read('out/hosting.json'));
});

afterAll(() => copy.remove());

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

test('the German messages of the fixture keep up with those of the site', () => {
  const [{ code }] = languages as [Language];
  expect(keysOf(messagesOf('de')).sort()).toEqual(keysOf(messagesOf(code)).sort());
});

test('a third language builds, with nothing changed but the list, its messages and its texts', () => {
  expect(run.code, run.output).toBe(0);
});

group('every page speaks all three languages', () => {
  test('each twin has its own address, and there are no other pages', () => {
    const pages = Object.keys(hosting.files).filter((address) => !/\.[a-z0-9_]+$/.test(address));
    expect(pages.sort()).toEqual(['/', ...published().map(({ twin }) => twin.path)].sort());
  });

  test('each document says its language, and its title and heading are those of its twin', () => {
    for (const { page, language, twin } of published()) {
      const html = htmlOf(twin.path);
      expect(attribute(first(html, 'html'), 'lang')).toBe(language.tag);
      expect(all(html, 'h1').map(textOf)).toEqual([oneLine(twin.title)]);
      const { organisation } = messagesOf(language.code);
      const title = textOf(first(html, 'title'));
      expect(title).toContain(organisation.name);
      if (page.key !== homeKey) expect(title).toContain(oneLine(twin.title));
    }
  });

  test('each document uses the words of its language around the text', () => {
    for (const { page, language, twin } of published()) {
      const { skip, menu, breadcrumb } = messagesOf(language.code);
      const html = htmlOf(twin.path);
      expect(all(html, 'a').map(textOf)).toContain(skip);
      const labels = all(html, 'nav').map((nav) => attribute(nav, 'ariaLabel'));
      expect(labels).toContain(menu.main);
      if (page.key !== homeKey) expect(labels).toContain(breadcrumb);
    }
  });

  test('dates are written in the language of the page', () => {
    // The home page has no date, nor has the search page.
    const dated = published().filter(({ page: { key } }) => key !== homeKey && key !== site.search);
    for (const { page, language, twin } of dated) {
      const days = all(htmlOf(twin.path), 'time').map(textOf);
      expect(days, page.key).toContain(oneLine(formatDay(twin.updated, language)));
    }
  });

  test('old addresses lead to the twin in their language', () => {
    for (const { code } of three) {
      const old = site.redirects.find(({ from }) => from.startsWith(`/${code}/`));
      expect(hosting.redirects[old?.from ?? '']).toBe(twinOf(pageOf(site, 'services'), code).path);
    }
  });
});

group('the way through the site stays in one language', () => {
  test('the main menu leads to the twins in the language of the page', () => {
    for (const { language, twin } of published()) {
      const { menu } = messagesOf(language.code);
      const navs = all(htmlOf(twin.path), 'nav').filter((nav) => attribute(nav, 'ariaLabel') === menu.main);
      const links = navs
        .flatMap((nav) => all(nav, 'a'))
        .map((link) => [attribute(link, 'href'), textOf(link)]);
      const wanted = site.navigation.header.map((key) => twinOf(pageOf(site, key), language.code));
      expect(links).toEqual(wanted.map(({ path: address, label }) => [address, label]));
    }
  });

  test('links between pages stay in the language, unless they say another one', () => {
    const pages = new Set(published().map(({ twin }) => twin.path));
    for (const { language, twin } of published()) {
      for (const link of all(htmlOf(twin.path), 'a')) {
        const [address = ''] = attribute(link, 'href').split('#');
        if (!pages.has(address) || attribute(link, 'hrefLang')) continue;
        expect(address, `on ${twin.path}`).toMatch(new RegExp(`^/${language.code}(/|$)`));
      }
    }
  });

  test('no link between pages leads nowhere, and every anchor is there', () => {
    const broken: string[] = [];
    for (const { twin } of published()) {
      for (const link of all(htmlOf(twin.path), 'a')) {
        const [address = '', anchor] = attribute(link, 'href').split('#');
        if (/^[a-z]+:/.test(address)) continue;
        const target = address === '' ? twin.path : address;
        const file = hosting.files[target];
        const ids = file ? [...copy.read(`out/site${file}`).matchAll(/ id="?([^"\s>]+)/g)] : [];
        const found = anchor === undefined || ids.some(([, id]) => id === decodeURIComponent(anchor));
        if (!file || !found) broken.push(`${twin.path} → ${attribute(link, 'href')}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

group('the directory speaks all three languages', () => {
  const entriesIn = ({ code }: Language) =>
    all(htmlOf(twinOf(pageOf(site, site.directory ?? ''), code).path), 'li').filter((item) =>
      site.contacts.some(({ id }) => id === attribute(item, 'id')),
    );

  test('every unit stands in it; its form, hours and days off are said in the words of the language', () => {
    for (const language of three) {
      const entries = entriesIn(language);
      expect(entries).toHaveLength(site.contacts.length);
      const { contact: words } = messagesOf(language.code);
      for (const contact of site.contacts) {
        const entry = entries.find((each) => attribute(each, 'id') === contact.id);
        const text = entry ? textOf(entry) : '';
        expect(text).toContain(oneLine(inLanguage(contact.purpose, language.code)));
        if (contact.channels?.form) expect(text).toContain(words.form);
        const nameOf = new Intl.DisplayNames(language.tag, { type: 'language' });
        for (const spoken of contact.languages ?? []) expect(text).toContain(nameOf.of(spoken));
        for (const { days } of contact.availability?.hours ?? []) {
          expect(text).toContain(nameOfWeekday(days[0] ?? 'monday', language));
        }
        for (const { from, reason } of contact.availability?.exceptions ?? []) {
          expect(text).toContain(oneLine(formatDay(from, language)));
          expect(text).toContain(inLanguage(reason, language.code));
        }
      }
    }
    expect(site.contacts.some(({ availability }) => availability?.hours && availability.exceptions)).toBe(
      true,
    );
    expect(site.contacts.some(({ channels }) => channels?.form && !channels.email)).toBe(true);
    expect(site.contacts.some(({ languages: spoken }) => spoken)).toBe(true);
  });

  test('a unit is found by its name in any of them', () => {
    for (const language of three) {
      for (const entry of entriesIn(language)) {
        const contact = site.contacts.find(({ id }) => id === attribute(entry, 'id'));
        const words = foldWords(`${textOf(entry)} ${attribute(entry, 'dataWords')}`);
        for (const { code } of three) {
          const name = inLanguage(contact?.name ?? {}, code);
          expect(matches({ words, digits: '' }, name), `${name} in ${language.code}`).toBe(true);
        }
      }
    }
  });
});

group('search speaks all three languages', () => {
  const searchDataOf = (code: string) =>
    Object.keys(hosting.files).find((address) => address.startsWith(`/assets/search-${code}.`)) ?? '';

  test('each has search data and a description for browsers', () => {
    for (const { code } of three) {
      expect(searchDataOf(code)).toMatch(/\.[0-9a-f]{10}\.json$/);
      expect(hosting.files).toHaveProperty([`/${code}/search.opensearch`]);
    }
  });

  test('each leads from its header to its own search page, and from there to the others', () => {
    for (const { language, twin, page } of published()) {
      const html = htmlOf(twin.path);
      const forms = all(html, 'form').map((form) => attribute(form, 'action'));
      const own = twinOf(pageOf(site, site.search ?? ''), language.code).path;
      expect(forms).toContain(own);
      if (page.key !== site.search) continue;
      const others = three.filter(({ code }) => code !== language.code);
      const links = all(first(html, 'main'), 'a').filter((link) => attribute(link, 'hrefLang') !== '');
      expect(links.map((link) => attribute(link, 'hrefLang'))).toEqual(others.map(({ tag }) => tag));
    }
  });

  test('each searches with the synonyms of all languages', () => {
    for (const { code } of three) {
      const { synonyms } = JSON.parse(copy.read(`out/site${searchDataOf(code)}`));
      expect(synonyms).toContainEqual(['telewerk', 'thuiswerk', 'teletravail', 'telearbeit', 'homeoffice']);
    }
  });
});

group('the twins know each other', () => {
  test('the language switch offers exactly the other languages, each leading to the twin', () => {
    for (const { page, language, twin } of published()) {
      const switches = all(first(htmlOf(twin.path), 'header'), 'a').filter(
        (link) => attribute(link, 'hrefLang') !== '',
      );
      const others = three.filter(({ code }) => code !== language.code);
      expect(
        switches.map((link) => [
          attribute(link, 'hrefLang'),
          attribute(link, 'lang'),
          attribute(link, 'href'),
        ]),
      ).toEqual(others.map(({ code, tag }) => [tag, tag, twinOf(page, code).path]));
      for (const [index, link] of switches.entries()) {
        expect(textOf(link)).toContain(others[index]?.name);
      }
    }
  });

  test('each page lists itself and all its twins, and each of them lists it back', () => {
    for (const { page, twin } of published()) {
      const alternates = all(htmlOf(twin.path), 'link')
        .filter((link) => attribute(link, 'rel') === 'alternate' && attribute(link, 'type') === '')
        .map((link) => [attribute(link, 'hrefLang'), attribute(link, 'href')]);
      const wanted = three.map(({ code, tag }) => [tag, site.origin + twinOf(page, code).path]);
      expect(alternates.filter(([tag]) => tag !== 'x-default').sort()).toEqual(wanted.sort());
    }
  });

  test('the sitemap names each page with all its twins', () => {
    const entries = [...copy.read('out/site/sitemap.xml').matchAll(/<url>([\s\S]*?)<\/url>/g)].map(
      ([, entry = '']) => ({
        address: /<loc>(.*?)<\/loc>/.exec(entry)?.[1],
        twins: [...entry.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, tag, href]) => `${tag} ${href}`),
      }),
    );
    const wanted = published().map(({ page, twin }) => ({
      address: site.origin + twin.path,
      twins: three.map(({ code, tag }) => `${tag} ${site.origin}${twinOf(page, code).path}`),
    }));
    const sorted = (list: typeof wanted | typeof entries) =>
      list.map(({ address, twins }) => `${address} ${[...twins].sort().join(' ')}`).sort();
    expect(sorted(entries)).toEqual(sorted(wanted));
  });
});

group('where no language is chosen yet, three voices speak', () => {
  const voicesOn = (file: string) =>
    all(parse(copy.read(`out/site/${file}`)), 'section').map((section) => ({
      tag: attribute(section, 'lang'),
      links: all(section, 'a').map((link) => attribute(link, 'href')),
      text: textOf(section),
    }));

  test('on the choice of language, each leading to its home page', () => {
    const voices = voicesOn('index.html');
    expect(voices.map(({ tag }) => tag)).toEqual(three.map(({ tag }) => tag));
    for (const [index, { code }] of three.entries()) {
      const { choice, organisation } = messagesOf(code);
      expect(voices[index]?.links).toEqual([`/${code}`]);
      expect(voices[index]?.text).toContain(choice.continue);
      expect(voices[index]?.text).toContain(organisation.name);
    }
  });

  test('on the page for a lost visitor, each with a way on', () => {
    const voices = voicesOn('404.html');
    expect(voices.map(({ tag }) => tag)).toEqual(three.map(({ tag }) => tag));
    for (const [index, { code }] of three.entries()) {
      expect(voices[index]?.text).toContain(messagesOf(code).notFound.heading);
      expect(voices[index]?.links).toContain(`/${code}`);
    }
  });
});

group('editors write in the third language as in the others', () => {
  test('npm run new makes a twin for it, which passes the gate', async () => {
    const made = await copy.run(['commands/new.ts', 'services/archive']);
    expect(made.code, made.output).toBe(0);
    for (const { code } of three) {
      expect(copy.read(`content/pages/services/archive/${code}.mdx`)).toContain(
        gateMessagesOf(code).new.summaryValue,
      );
    }
    const check = await copy.run(['commands/check.ts']);
    expect(check.code, check.output).toBe(0);
  });

  test('the gate misses a twin in it, and says so', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive/de.mdx'));
    const { code, output } = await copy.run(['commands/check.ts']);
    expect(code).toBe(1);
    expect(output).toContain('content/pages/services/archive/de.mdx');
    expect(output).toContain('C011');
  });

  test('the gate speaks it', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive'), { recursive: true });
    const page = 'content/pages/contact/de.mdx';
    copy.write(page, `${copy.read(page)}\n{1 + 1}\n`);
    const { code, output } = await copy.run(['commands/check.ts']);
    expect(code).toBe(1);
    expect(output).toContain('[de] Hier steht Code: {…}.');
    // The finding, that is: the count at the end is for everybody.
    const [finding = ''] = output.split(/\n\s*\n/);
    expect(finding).toContain('[de]');
    for (const each of languages) expect(finding).not.toContain(`[${each.code}]`);
  });
});

group('who finds a weakness of the site is told where to report it', () => {
  test('security.txt is published, and names all three languages', () => {
    expect(hosting.files[securityAddress]).toBe(securityAddress);
    const fields = copy.read(`out/site${securityAddress}`).trimEnd().split('\n');
    expect(fields).toContain('Contact: mailto:security@example.org');
    expect(fields).toContain(`Preferred-Languages: ${three.map(({ code }) => code).join(', ')}`);
    expect(fields).toContain(`Canonical: ${site.origin}${securityAddress}`);
  });

  test('30 days before it expires, nothing is built any more', async () => {
    const yesterday = hashesOf(path.join(copy.root, 'out'));
    reportTo(dayAfter(29));
    const { code, output } = await copy.run(build);
    expect(code).not.toBe(0);
    expect(output).toContain('C160');
    expect(hashesOf(path.join(copy.root, 'out'))).toEqual(yesterday);
  });
});
