import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { mdxComponents } from '#components/mdx.tsx';
import { loadSite } from '#gate/load.ts';
import { reservedAnchors } from '#gate/rules/layout.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf } from '#lib/site/site.ts';

const root = path.resolve(import.meta.dirname, '../..');

group('the vocabulary of editors', () => {
  test('is what the rendering knows, with links and the sections that it adds itself', () => {
    const { site } = loadSite({ root, languages, drafts: false });
    const [language] = languages;
    if (!site || !language) throw new Error('The content has findings; run npm run check.');
    const known = Object.keys(mdxComponents({ site, page: pageOf(site, homeKey), language }));
    expect(known.sort()).toEqual([...componentNames, 'a', 'Section', 'SectionBody'].sort());
  });

  test('names only containers that exist themselves', () => {
    const containers = componentNames.flatMap((name) => ruleOf(name)?.inside ?? []);
    expect(containers.filter((name) => !ruleOf(name))).toEqual([]);
  });
});

test('every id that the layout gives is one that no heading may take', () => {
  const ids = ['app', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.dev.tsx'))
      .flatMap((file) => [...readFileSync(path.join(root, folder, file), 'utf8').matchAll(/\bid="([^"]+)"/g)])
      .map(([, id]) => id),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => !reservedAnchors.some((reserved) => reserved === id))).toEqual([]);
});
