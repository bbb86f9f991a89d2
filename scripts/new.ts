import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '../lib/content/load.ts';
import { twinOf } from '../lib/content/site.ts';
import { languages } from '../lib/i18n/languages.ts';

/**
 * `npm run new -- <page-key>`: makes a page as a draft, one twin for each language, with every field explained in that language.
 * A key with a slash (`services/archive`) makes a page below another one. Existing pages are never touched.
 */

const root = path.resolve(import.meta.dirname, '..');

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const [key, ...rest] = process.argv.slice(2);
if (!key || rest.length > 0)
  stop('Use: npm run new -- <page-key>, for example: npm run new -- services/archive');
if (!/^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)*$/.test(key)) {
  stop(
    `"${key}" cannot be a page key. Use lower-case letters a to z, hyphens, and / for a page below another one.`,
  );
}
const folder = path.join(root, 'content/pages', key);
if (existsSync(folder)) stop(`content/pages/${key} exists already. Choose another key, or edit its files.`);

const { site } = loadSite({ root, languages, drafts: true });
if (!site) stop('The content has findings. Repair them first; npm run check shows them.');
const parentKey = key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : null;
const parent = parentKey === null ? null : (site.pages.find((page) => page.key === parentKey) ?? null);
if (parentKey !== null && !parent)
  stop(`There is no page "${parentKey}" to put "${key}" below. Make that one first.`);

const today = new Date().toISOString().slice(0, 10);
const name = key.slice(key.lastIndexOf('/') + 1);

const files = languages.map(({ code }) => {
  const messages = JSON.parse(readFileSync(path.join(root, 'messages', `${code}.json`), 'utf8'));
  const say: Record<string, string> = messages.new;
  const above = parent ? twinOf(parent, code).path.split('/').slice(2) : [];
  const text = `---
# ${say['intro']}

# ${say['title']}
title: ${say['titleValue']}
# ${say['label']}
label: ${say['labelValue']}
# ${say['summary']}
summary: ${say['summaryValue']}
# ${say['slug']}
slug: ${[...above, name].join('/')}
# ${say['template']}
template: text
# ${say['order']}
order: 99
# ${say['updated']}
updated: ${today}
# ${say['draft']}
draft: true
---

## ${say['heading']}

${say['body']}
`;
  return { file: `content/pages/${key}/${code}.mdx`, text };
});

mkdirSync(folder, { recursive: true });
for (const { file, text } of files) {
  writeFileSync(path.join(root, file), text);
  console.log(`${file}:1`);
}
console.log('Drafts: see them with npm run dev, check them with npm run check.');
