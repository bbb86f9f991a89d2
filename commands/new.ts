import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { pathOf } from '#gate/read/files.ts';
import { isPageKey } from '#gate/read/places.ts';
import { languages } from '#lib/languages/languages.ts';
import type { frontMatterSchema } from '#lib/records/page.ts';
import { type Command, runCommand, type Voice } from './command.ts';
import { root, today } from './environment.ts';
import { writeChanges } from './write.ts';

/**
 * `npm run new -- <page-key>`: creates a draft of a page, one twin per language, with every field explained in that language. A key
 * with a slash (`services/archive`) creates a page below another one. Never changes existing pages.
 */

function work(command: Command): void {
  const [key, ...rest] = command.words;
  if (!key || rest.length > 0) command.misuse();
  if (!isPageKey(key)) command.refuse('badKey', { key });
  const folder = `content/pages/${key}`;
  if (existsSync(path.join(root, folder))) command.refuse('exists', { key });
  const parents = parentSlugs(key, command);
  const files = command.everyVoice.map((voice): [file: string, text: string] => [
    `${folder}/${voice.language}.mdx`,
    draft(voice, slugOf(key, parents.get(voice.language) ?? '')),
  ]);

  writeChanges(root, new Map(files));
  for (const [file] of files) console.log(`${file}:1`);
  command.say('done');
}

/** The slugs of the parent page by language; empty for a page of the first level. */
function parentSlugs(key: string, command: Command): Map<string, string> {
  const parent = key.slice(0, Math.max(key.lastIndexOf('/'), 0));
  if (parent === '') return new Map();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const twins = pageStates.find((each) => each.key === parent)?.twins;
  if (!twins) command.refuse('noParent', { key, parent });
  const slugs = twins.flatMap((twin): [string, string][] => {
    const pagePath = pathOf(twin);
    return pagePath === null ? [] : [[twin.language, pagePath.split('/').slice(2).join('/')]];
  });
  if (slugs.length < languages.length) command.refuse('parentFaulty', { parent });
  return new Map(slugs);
}

function slugOf(key: string, parent: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return parent === '' ? name : `${parent}/${name}`;
}

type Field = keyof typeof frontMatterSchema.shape;

/** The text of a twin: every field with its explanation; fields that most pages do not need are commented out. */
function draft(voice: Voice, slug: string): string {
  const say = (key: string) => voice.say(key);
  const wanted: Partial<Record<Field, string>> = {
    title: say('titleValue'),
    summary: say('summaryValue'),
    slug,
    template: 'text',
    updated: today(),
    draft: 'true',
  };
  const optional: Partial<Record<Field, string>> = {
    label: say('labelValue'),
    teaser: say('teaserValue'),
    order: '10',
    contact: firstContact(),
    translatedFrom: languages.find(({ code }) => code !== voice.language)?.code ?? '',
  };
  const explain = (field: string) => `# ${capitalised(voice.message(`fields.page.${field}`))}`;
  return [
    '---',
    `# ${say('intro')}`,
    '',
    ...Object.entries(wanted).flatMap(([field, value]) => [explain(field), `${field}: ${value}`]),
    '',
    `# ${say('optional')}`,
    ...Object.entries(optional).flatMap(([field, value]) => [explain(field), `# ${field}: ${value}`]),
    '---',
    '',
    `## ${say('heading')}`,
    '',
    say('body'),
    '',
  ].join('\n');
}

/** The id of the first contact, as an example. */
function firstContact(): string {
  const [file = ''] = globSync('content/contacts/*.yaml', { cwd: root }).sort();
  return path.basename(file, '.yaml');
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

runCommand('new', {}, work);
