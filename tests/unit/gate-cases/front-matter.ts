import { allTwins, one, onePage } from '../content-tree.ts';
import { type Case, everyTwin, home, post } from './case.ts';

export const frontMatter: readonly Case[] = [
  { name: 'no front matter', changes: { [post]: 'A paragraph.\n' }, expects: [`C001 ${post}:1`] },
  { name: 'an empty file', changes: { [post]: '' }, expects: [`C001 ${post}:1`] },
  {
    name: 'an unclosed bracket',
    changes: onePage('services/post', { title: '[' }),
    expects: [`C002 ${post}:2`],
  },
  {
    name: 'a field written twice',
    changes: onePage('services/post', { updated: '2026-05-01\ntitle: Again' }),
    expects: [`C002 ${post}:8`],
  },
  {
    name: 'a tab as indentation',
    changes: { [post]: '---\n\ttitle: Post\n---\n' },
    expects: [`C002 ${post}:2`],
  },
  {
    name: 'a reference inside YAML',
    changes: onePage('services/post', { title: '&name Post room', label: '*name' }),
    expects: [`C002 ${post}:2`, `C002 ${post}:8`],
  },
  {
    name: 'a misspelt field',
    changes: onePage('services/post', { sumary: 'A line.' }),
    expects: [`C003 ${post}:8`],
    suggests: 'summary',
  },
  {
    name: 'a field that means nothing',
    changes: onePage('services/post', { constructor: 'x' }),
    expects: [`C003 ${post}:8`],
    suggests: 'none',
  },
  {
    name: 'a missing field',
    changes: onePage('services/post', { title: null }),
    expects: [`C004 ${post}:2`],
  },
  {
    name: 'a service without a contact',
    changes: allTwins('services/post', { contact: null }),
    expects: everyTwin('services/post', 'C004', 2),
  },
  {
    name: 'a contact without a service',
    changes: allTwins('services', { contact: 'post-room' }),
    expects: everyTwin('services', 'C078', 8),
  },
  {
    name: 'a list where a text belongs',
    changes: onePage('services/post', { title: '[Post]' }),
    expects: [`C005 ${post}:2`],
  },
  {
    name: 'a word where a number belongs',
    changes: onePage('services/post', { order: 'first' }),
    expects: [`C005 ${post}:8`],
  },
  {
    name: 'a title that is too long',
    changes: onePage('services/post', { title: 'x'.repeat(121) }),
    expects: [`C006 ${post}:2`],
  },
  {
    name: 'a summary that is too short',
    changes: onePage('services/post', { summary: 'Short.' }),
    expects: [`C006 ${post}:3`],
  },
  {
    name: 'a fault high in the tree once, and not again in the pages below it',
    changes: onePage('home', { summary: 'Short.' }),
    expects: [`C006 ${home}:3`],
  },
  {
    name: 'a title of two lines',
    changes: onePage('services/post', { title: '"Post\\nroom"' }),
    expects: [`C007 ${post}:2`],
  },
  {
    name: 'a slug with a capital',
    changes: onePage('services/post', { slug: 'services/Post' }),
    expects: [`C074 ${post}:4`],
  },
  {
    name: 'an empty slug for another page than the home page',
    changes: onePage('services/post', { slug: '""' }),
    expects: [`C007 ${post}:4`, `C013 ${post}:4`],
  },
  {
    name: 'an unknown template',
    changes: onePage('services/post', { template: 'wide' }),
    expects: [`C008 ${post}:5`],
  },
  {
    name: 'a translation from a language that the site does not have',
    changes: onePage('services/post', { translatedFrom: 'xx' }),
    expects: [`C008 ${post}:8`],
  },
  {
    name: 'a translation from its own language',
    changes: onePage('services/post', { translatedFrom: one.code }),
    expects: [`C008 ${post}:8`],
  },
  {
    name: 'a day that does not exist',
    changes: onePage('services/post', { updated: '2026-02-30' }),
    expects: [`C009 ${post}:7`],
  },
  {
    name: 'a date in words',
    changes: onePage('services/post', { updated: '1 May 2026' }),
    expects: [`C009 ${post}:7`],
  },
];
