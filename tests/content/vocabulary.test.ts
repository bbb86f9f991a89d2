import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { mdxComponents } from '#components/mdx.tsx';
import { guideTopics } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { reservedAnchors } from '#gate/rules/layout.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { contactKinds, contactSchema } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import { homeKey, pageOf } from '#lib/site/site.ts';

const root = path.resolve(import.meta.dirname, '../..');
const guide = readFileSync(path.join(root, 'content/README.md'), 'utf8');

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

/** How often the guide should name something: once for each language that it speaks. */
const times = (pattern: RegExp) => [...guide.matchAll(pattern)].length;

group('the guide for editors keeps up with what is possible, in every language', () => {
  test.for(Object.keys(frontMatterSchema.shape))('the field %s of a page', (field) => {
    expect(times(new RegExp(`^\\| \`${field}\` `, 'gm'))).toBeGreaterThanOrEqual(languages.length);
  });

  test.for(Object.keys(contactSchema(languages).shape))('the field %s of a contact', (field) => {
    expect(times(new RegExp(`^\\| \`${field}\` `, 'gm'))).toBeGreaterThanOrEqual(languages.length);
  });

  test.for([...templates, ...contactKinds])('the value %s', (value) => {
    expect(times(new RegExp(`\`${value}\``, 'g'))).toBeGreaterThanOrEqual(languages.length);
  });

  test.for(languages)('$code: the sections that findings lead to', ({ code }) => {
    const { guide: titles } = JSON.parse(
      readFileSync(path.join(root, 'gate/messages', `${code}.json`), 'utf8'),
    );
    expect(Object.keys(titles).sort()).toEqual([...guideTopics].sort());
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    for (const title of Object.values(titles)) {
      expect(headings.filter((heading) => heading === title)).toHaveLength(1);
    }
  });
});
