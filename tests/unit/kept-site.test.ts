import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadSite } from '../../lib/content/load.ts';
import { languages } from '../../lib/i18n/languages.ts';
import { keepSite, keptSite, siteNameOf, siteToPublish } from '../../lib/kept-site.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kept-site-'));
const at = (file: string) => path.join(folder, file);
const cache = '.next/cache/site';
const [language] = languages;
const page = `content/pages/legal/${language?.code}.mdx`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const each of ['content', 'lib', 'package-lock.json']) {
    cpSync(path.join(root, each), at(each), { recursive: true });
  }
});

/** Says in the kept site, and nowhere else, that it was kept. */
function markKept(): void {
  const name = siteNameOf(folder) ?? '';
  const kept = keptSite(folder, name);
  if (!kept) throw new Error('Nothing was kept.');
  keepSite(folder, name, { ...kept, origin: 'https://kept.example' });
}

const isKept = () => siteToPublish(folder).site?.origin === 'https://kept.example';

test('a kept site is the site that was read, to the last field', () => {
  const { site } = loadSite({ root: folder, languages, drafts: false });
  expect(siteToPublish(folder).site).toStrictEqual(site);
  expect(readdirSync(at(cache))).toHaveLength(1);
  expect(siteToPublish(folder).site).toStrictEqual(site);
});

test('its organisation is one of its contacts, the very same', () => {
  siteToPublish(folder);
  markKept();
  const { site } = siteToPublish(folder);
  expect(site?.contacts.some((contact) => contact === site.organisation)).toBe(true);
});

test('it stands for the content as long as nothing has changed', () => {
  siteToPublish(folder);
  markKept();
  expect(isKept()).toBe(true);
});

test.for([page, 'content/site.yaml', 'lib/content/load.ts', 'lib/i18n/languages.ts', 'package-lock.json'])(
  'with a change of %s, everything is read again, and the old site goes',
  (file) => {
    siteToPublish(folder);
    markKept();
    appendFileSync(at(file), '\n');
    expect(isKept()).toBe(false);
    expect(readdirSync(at(cache)).length).toBeLessThanOrEqual(1);
  },
);

test('a draft is no page', () => {
  for (const { code } of languages) {
    const text = readFileSync(at(`content/pages/values/${code}.mdx`), 'utf8');
    const draft = text.replace(/^slug: (.*)$/m, 'slug: $1-extra\ndraft: true');
    cpSync(at(`content/pages/values/${code}.mdx`), at(`content/pages/extra/${code}.mdx`));
    writeFileSync(at(`content/pages/extra/${code}.mdx`), draft);
  }
  for (const _ of ['read', 'kept']) {
    const keys = siteToPublish(folder).site?.pages.map(({ key }) => key) ?? [];
    expect(keys).toContain('values');
    expect(keys).not.toContain('extra');
  }
});

test('content with an error is never kept', () => {
  appendFileSync(at(page), '\n{process.env.HOME}\n');
  for (const _ of [1, 2]) {
    const { site, findings } = siteToPublish(folder);
    expect(site).toBeNull();
    expect(findings.map(({ code }) => code)).toContain('C021');
  }
});

test('a link among the content is looked at by the gate every time', () => {
  siteToPublish(folder);
  symlinkSync(at('package-lock.json'), at('content/pages/link.mdx'));
  expect(siteNameOf(folder)).toBeNull();
  expect(siteToPublish(folder).findings.map(({ code }) => code)).toContain('C071');
});

test.for(['', 'x', '{}'])('a damaged file is read over: “%s”', (text) => {
  siteToPublish(folder);
  const [name = ''] = readdirSync(at(cache));
  writeFileSync(at(`${cache}/${name}`), text);
  expect(siteToPublish(folder).site?.pages.length).toBeGreaterThan(10);
});
