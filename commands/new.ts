import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { pathOf } from '#gate/read/files.ts';
import { isPageKey } from '#gate/read/places.ts';
import { languages } from '#lib/languages/languages.ts';
import type { frontMatterSchema } from '#lib/records/page.ts';
import { writeChanges } from './changes.ts';
import { type Command, runCommand, type Voice } from './command.ts';
import { root, today } from './environment.ts';

/**
 * `npm run new -- <page-key>`: makes a page as a draft, one twin for each language, with every field explained in that language.
 * A key with a slash (`services/archive`) makes a page below another one. Existing pages are never touched.
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

/** The slug of the page above, by language: that of the page whose key is the part before the last slash. */
function parentSlugs(key: string, command: Command): Map<string, string> {
  const parent = key.slice(0, Math.max(key.lastIndexOf('/'), 0));
  if (parent === '') return new Map();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const twins = pageStates.find((each) => each.key === parent)?.twins;
  if (!twins) command.refuse('noParent', { key, parent });
  const slugs = twins.flatMap((twin): [string, string][] => {
    const address = pathOf(twin);
    return address === null ? [] : [[twin.language, address.split('/').slice(2).join('/')]];
  });
  if (slugs.length < languages.length) command.refuse('parentFaulty', { parent });
  return new Map(slugs);
}

function slugOf(key: string, parent: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return parent === '' ? name : `${parent}/${name}`;
}

type Field = keyof typeof frontMatterSchema.shape;

/** The twin of a new page: every field with what it is for; those that most pages do without are comments. */
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
    contact: 'ict',
    translatedFrom: languages.find(({ code }) => code !== voice.language)?.code ?? '',
  };
  const explain = (field: string) => `# ${capitalised(voice.word(`fields.page.${field}`))}`;
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

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

runCommand('new', {}, work);
