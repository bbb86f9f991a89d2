import { languages } from '#lib/languages/languages.ts';
import {
  allTwins,
  contactFile,
  onePage,
  other,
  pageFile,
  redirectsFile,
  settingsFile,
  validTree,
} from '../content-tree.ts';
import { type Case, contact, draft, everyTwin, home, post, site, text } from './case.ts';

export const files: readonly Case[] = [
  {
    name: 'a file that is not a page',
    changes: { 'content/pages/notes.txt': 'x' },
    expects: ['C010 content/pages/notes.txt:1'],
  },
  {
    name: 'a language that the site does not have',
    changes: { 'content/pages/home/xx.mdx': 'x' },
    expects: ['C010 content/pages/home/xx.mdx:1'],
  },
  {
    name: 'a twin that is missing',
    changes: { [post]: null },
    expects: [`C011 ${pageFile('services/post', other)}:2`],
  },
  {
    name: 'twins in a different order',
    changes: onePage('services', { order: '2' }),
    expects: [`C012 ${pageFile('services')}:6`],
  },
  {
    name: 'twins of which one is a draft',
    changes: { ...onePage('services/post', draft), ...contact('page: services/post\n', '') },
    expects: [`C012 ${post}:8`],
  },
  {
    name: 'two pages at one address',
    changes: allTwins('services/post', { slug: 'services' }),
    expects: everyTwin('services/post', 'C013', 4),
  },
  {
    name: 'a page below nothing',
    changes: allTwins('services/post', { slug: 'offices/post' }),
    expects: everyTwin('services/post', 'C014', 4),
  },
  {
    name: 'twins below different pages',
    changes: onePage('services/post', { slug: 'post' }),
    expects: [`C015 ${post}:4`],
  },
  {
    name: 'no home page',
    changes: {
      ...Object.fromEntries(languages.map((language) => [pageFile('home', language), null])),
      ...site('lost: [home]', 'lost: [services]'),
    },
    expects: ['C054 content/pages:1', ...everyTwin('services', 'C014', 4)],
  },
  {
    name: 'a contact whose file name is not an id',
    changes: { 'content/contacts/New Room.yaml': 'x' },
    expects: ['C050 content/contacts/New Room.yaml:1'],
  },
  ...['aux', 'con', 'nul', 'prn'].map((name) => ({
    name: `a contact with the name ${name}, which Windows reserves`,
    changes: { [`content/contacts/${name}.yaml`]: 'x' },
    expects: [`C050 content/contacts/${name}.yaml:1`],
  })),
  {
    name: 'a page whose key contains a name that Windows reserves',
    changes: { [pageFile('services/con')]: 'x' },
    expects: [`C010 ${pageFile('services/con')}:1`],
  },
  { name: 'no settings', changes: { [settingsFile]: null }, expects: [`C055 ${settingsFile}:1`] },
  { name: 'no list of redirects', changes: { [redirectsFile]: null }, expects: [`C055 ${redirectsFile}:1`] },
  { name: 'a byte-order mark', changes: { [post]: `\ufeff${validTree[post]}` }, expects: [`C061 ${post}:1`] },
  { name: 'an invisible space', changes: text('A paragraph\u200b.'), expects: [`C060 ${home}:9`] },
  {
    name: 'a page that is not UTF-8',
    changes: { [post]: new Uint8Array([0x2d, 0xe9, 0x2d]) },
    expects: [`C060 ${post}:1`],
  },
  {
    name: 'a record that is not UTF-8',
    changes: { [contactFile('post-room')]: new Uint8Array([0xff]) },
    expects: [`C060 ${contactFile('post-room')}:1`],
  },
];
