import { expect, describe as group, test } from 'vitest';
import { renamed } from '#edit/rename.ts';
import { languages } from '#lib/languages/languages.ts';
import { noticesOn, unitPages } from '#lib/site/notices.ts';
import { load, today } from './content-tree.ts';

const inEach = (text: string) => `{${languages.map(({ code }) => `${code}: ${text}`).join(', ')}}`;
const notice = (reach: string, urgency = 'information', begin = today, end = today) =>
  `urgency: ${urgency}\n${reach}\nbegin: ${begin}\nend: ${end}\ntitle: ${inEach('Closed')}\ntext: ${inEach('Closed today')}\n`;
const siteWith = (notices: Readonly<Record<string, string>>) => {
  const files = Object.entries(notices).map(([key, text]) => [`content/notices/${key}.yaml`, text]);
  const { site, findings } = load(Object.fromEntries(files));
  if (!site) throw new Error(findings.map(({ code, line }) => `${code} ${line}`).join());
  return site;
};
const keysOn = (site: ReturnType<typeof siteWith>, key?: string) => noticesOn(site, key).map((each) => each.key);

group('a notice', () => {
  test('is on every page, on the pages that it names, or on the pages about its units', () => {
    const site = siteWith({
      site: notice('everywhere: true'),
      page: notice('pages: [services]'),
      unit: notice('units: [post-room]'),
    });
    expect(keysOn(site, 'home')).toEqual(['site']);
    expect(keysOn(site, 'services')).toEqual(['page', 'site']);
    expect(keysOn(site, 'services/post')).toEqual(['site', 'unit']);
    expect(keysOn(site)).toEqual(['site']);
  });

  test('is current on its first day, on its last day and between them only', () => {
    const site = siteWith({
      early: notice('everywhere: true', 'information', '2026-11-22', '2026-11-25'),
      first: notice('everywhere: true', 'information', today, '2026-11-25'),
      last: notice('everywhere: true', 'information', '2026-11-01', today),
      late: notice('everywhere: true', 'information', '2026-11-01', '2026-11-20'),
    });
    expect(keysOn(site, 'home')).toEqual(['first', 'last']);
  });

  test('that is more urgent comes first', () => {
    const site = siteWith({
      a: notice('everywhere: true'),
      b: notice('everywhere: true', 'important'),
      c: notice('everywhere: true', 'emergency'),
    });
    expect(keysOn(site, 'home')).toEqual(['c', 'b', 'a']);
  });

  test('about a unit without a page is on the directory', () => {
    const units = [{ id: 'post', page: 'post' }, { id: 'ict' }];
    const pages = [{ key: 'post', contact: null }];
    expect(unitPages('post', { units, pages, directory: 'services' })).toEqual(['post']);
    expect(unitPages('ict', { units, pages, directory: 'services' })).toEqual(['services']);
    expect(unitPages('ict', { units, pages, directory: null })).toEqual([]);
  });

  test('follows a page to its new key', () => {
    const file = 'content/notices/closed.yaml';
    const text = 'pages: [services, contact]\nmore: services/ict\ntitle: {nl: services}\n';
    expect(renamed(new Map([[file, text]]), 'services', 'units').get(file)).toBe(
      'pages: [units, contact]\nmore: units/ict\ntitle: {nl: services}\n',
    );
  });
});
