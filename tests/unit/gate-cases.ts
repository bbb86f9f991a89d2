import type { FindingCode } from '#gate/all-rules.ts';
import { languages } from '#lib/languages/languages.ts';
import {
  allTwins,
  type Changes,
  contactFile,
  contacts,
  one,
  onePage,
  other,
  pageFile,
  redirectsFile,
  settings,
  settingsFile,
  validTree,
} from './content-tree.ts';

/** One way to break the valid tree, and every finding that must come of it, as `code file:line`. */
export interface Case {
  readonly name: string;
  readonly changes: Changes;
  readonly expects: readonly string[];
  /** A suggestion that the finding must carry. */
  readonly suggests?: string;
}

const home = pageFile('home');
const post = pageFile('services/post');
const everyTwin = (key: string, code: FindingCode, line: number) =>
  languages.map((language) => `${code} ${pageFile(key, language)}:${line}`);
const draft = { draft: 'true' };

// In the home page, the front matter takes the lines 1 to 7 and the body starts on line 9.
// In the page of the post room, the front matter takes the lines 1 to 8 and the body starts on line 10.
const text = (body: string) => onePage('home', {}, body);
const contact = (from: string, to: string) => ({
  [contactFile('post-room')]: contacts['post-room'].replace(from, to),
});
const lineInRecord = (start: string) =>
  contacts['post-room'].split('\n').findIndex((each) => each.startsWith(start)) + 1;
/** A finding in the record of the post room, on the line that starts so in the valid tree, or so many lines further. */
const inRecord = (code: FindingCode, start: string, further = 0) =>
  `${code} ${contactFile('post-room')}:${lineInRecord(start) + further}`;
/** Opening hours before the last line of the record, as a block of three lines, and more after it. */
const hours = (days: string, opens: string, closes: string, more = '') =>
  contact(
    'verified:',
    `availability:\n  hours:\n    - days: ${days}\n      opens: ${opens}\n      closes: ${closes}\n${more}verified:`,
  );
const site = (from: string, to: string) => ({ [settingsFile]: settings.replace(from, to) });
const security = (more: string) => ({ [settingsFile]: `${settings}security:\n${more}` });
const securityLine = settings.split('\n').length;
const redirect = (from: string, to: string) => `- from: ${from}\n  to: ${to}\n`;
const old = `/${one.code}/old`;

const frontMatter: Case[] = [
  { name: 'no front matter', changes: { [post]: 'A paragraph.\n' }, expects: [`C001 ${post}:1`] },
  { name: 'an empty file', changes: { [post]: '' }, expects: [`C001 ${post}:1`] },
  {
    name: 'a bracket that stays open',
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
    name: 'a fault high in the tree, which is told once and not again by the pages below it',
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

const files: Case[] = [
  {
    name: 'a file that is not a page',
    changes: { 'content/pages/notes.txt': 'x' },
    expects: ['C010 content/pages/notes.txt:1'],
  },
  {
    name: 'a language that the site does not speak',
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
    changes: { 'content/contacts/Post Room.yaml': 'x' },
    expects: ['C050 content/contacts/Post Room.yaml:1'],
  },
  { name: 'no settings', changes: { [settingsFile]: null }, expects: [`C055 ${settingsFile}:1`] },
  { name: 'no list of redirects', changes: { [redirectsFile]: null }, expects: [`C055 ${redirectsFile}:1`] },
  { name: 'a byte-order mark', changes: { [post]: `\ufeff${validTree[post]}` }, expects: [`C061 ${post}:1`] },
  { name: 'a space that nobody sees', changes: text('A paragraph\u200b.'), expects: [`C060 ${home}:9`] },
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

const drafts: Case[] = [
  {
    name: 'a link to a draft',
    changes: {
      ...allTwins('services/post', draft),
      ...contact('page: services/post\n', ''),
      ...text('[Post](page:services/post)'),
    },
    expects: [`C016 ${home}:9`],
  },
  {
    name: 'a published page below a draft',
    changes: {
      ...allTwins('services', draft),
      ...site(
        '[services]\n  tasks: [services]\n  footer: [services]\n  legal: [services]',
        '[home]\n  tasks: [home]\n  footer: [home]\n  legal: [home]',
      ),
    },
    expects: everyTwin('services/post', 'C016', 4),
  },
  {
    name: 'a contact whose page is a draft',
    changes: allTwins('services/post', draft),
    expects: [inRecord('C016', 'page:')],
  },
  {
    name: 'a redirect to a draft',
    changes: {
      ...allTwins('services/post', draft),
      ...contact('page: services/post\n', ''),
      [redirectsFile]: redirect(old, 'page:services/post'),
    },
    expects: [`C016 ${redirectsFile}:2`],
  },
  {
    name: 'a menu with a draft',
    changes: {
      ...allTwins('services/post', draft),
      ...contact('page: services/post\n', ''),
      ...site('lost: [home]', 'lost: [home, services/post]'),
    },
    expects: [`C016 ${settingsFile}:8`],
  },
];

const bodies: Case[] = [
  {
    name: 'a component that stays open',
    changes: text('Text.\n\n<Callout title="Note">\n\nText.'),
    expects: [`C020 ${home}:11`],
  },
  { name: 'a brace that stays open', changes: text('If a { b.'), expects: [`C080 ${home}:9`] },
  { name: 'an HTML comment', changes: text('<!-- later -->'), expects: [`C020 ${home}:9`] },
  { name: 'an import', changes: text("Text.\n\nimport fs from 'node:fs'"), expects: [`C021 ${home}:11`] },
  { name: 'an export', changes: text('export const secret = process.env.HOME'), expects: [`C021 ${home}:9`] },
  {
    name: 'an expression in a sentence',
    changes: text('Home is {process.env.HOME}.'),
    expects: [`C021 ${home}:9`],
  },
  {
    name: 'an expression of its own',
    changes: text("Text.\n\n{require('node:fs')}"),
    expects: [`C021 ${home}:11`],
  },
  { name: 'a comment of MDX', changes: text('{/* later */}'), expects: [`C021 ${home}:9`] },
  {
    name: 'an expression deep inside',
    changes: text('<Rows>\n\n<Row title="A">\n\n- a list with {1 + 1}\n\n</Row>\n\n</Rows>'),
    expects: [`C021 ${home}:13`],
  },
  {
    name: 'an expression as attribute',
    changes: text('<ContactCard contact={process.env.HOME} />'),
    expects: [`C021 ${home}:9`, `C025 ${home}:9`],
  },
  {
    name: 'attributes spread from code',
    changes: text('<BigNumber {...process.env} value="1" label="one" />'),
    expects: [`C021 ${home}:9`],
  },
  {
    name: 'a misspelt component',
    changes: text('<Diretory />'),
    expects: [`C022 ${home}:9`],
    suggests: 'Directory',
  },
  {
    name: 'a component that does not exist',
    changes: text('<Constructor />'),
    expects: [`C022 ${home}:9`],
    suggests: 'none',
  },
  {
    name: 'a misspelt attribute',
    changes: text('<BigNumber valu="1" value="1" label="one" />'),
    expects: [`C023 ${home}:9`],
    suggests: 'value',
  },
  {
    name: 'an attribute that every object has',
    changes: text('<Directory toString="x" />'),
    expects: [`C023 ${home}:9`],
    suggests: 'none',
  },
  { name: 'a missing attribute', changes: text('<BigNumber value="1" />'), expects: [`C024 ${home}:9`] },
  {
    name: 'an attribute without a value',
    changes: text('<Callout title>\n\nText.\n\n</Callout>'),
    expects: [`C025 ${home}:9`],
  },
  {
    name: 'an attribute that is empty',
    changes: text('<Callout title="">\n\nText.\n\n</Callout>'),
    expects: [`C025 ${home}:9`],
  },
  {
    name: 'a row outside its list',
    changes: text('<Row title="A">\n\nText.\n\n</Row>'),
    expects: [`C026 ${home}:9`],
  },
  {
    name: 'a row too deep in its list',
    changes: text(
      '<Rows>\n\n<Callout title="A">\n\n<Row title="A">\n\nText.\n\n</Row>\n\n</Callout>\n\n</Rows>',
    ),
    expects: [`C026 ${home}:11`, `C026 ${home}:13`],
  },
  { name: 'a script', changes: text('<script>alert(1)</script>'), expects: [`C027 ${home}:9`] },
  {
    name: 'a frame',
    changes: text('Text.\n\n<iframe src="https://other.example"></iframe>'),
    expects: [`C027 ${home}:11`],
  },
  {
    name: 'a style',
    changes: text('A <span style="color: red">red</span> word.'),
    expects: [`C027 ${home}:9`],
  },
  { name: 'a tag that every object has', changes: text('<constructor />'), expects: [`C027 ${home}:9`] },
  { name: 'a tag without a name', changes: text('<>\n\nText.\n\n</>'), expects: [`C027 ${home}:9`] },
  {
    name: 'words in a component that shows its own',
    changes: text('<Directory>\n\nThese words would be lost.\n\n</Directory>'),
    expects: [`C028 ${home}:9`],
  },
  {
    name: 'an image from elsewhere',
    changes: text('![A picture](https://other.example/a.png)'),
    expects: [`C029 ${home}:9`],
  },
  {
    name: 'an image by reference',
    changes: text('![A picture][a]\n\n[a]: https://other.example/a.png'),
    expects: [`C029 ${home}:9`],
  },
  {
    name: 'an unknown kind of contact',
    changes: text('<Units kind="friends" />'),
    expects: [`C008 ${home}:9`],
  },
  {
    name: 'a language tag that is none',
    changes: text('A <Lang code="english!">word</Lang>.'),
    expects: [`C007 ${home}:9`],
  },
  { name: 'a first-level heading', changes: text('# Again a title'), expects: [`C040 ${home}:9`] },
  {
    name: 'a heading level that is skipped',
    changes: text('## Two\n\n#### Four'),
    expects: [`C041 ${home}:11`],
  },
  { name: 'a body that starts too deep', changes: text('### Three'), expects: [`C041 ${home}:9`] },
  {
    name: 'the same heading twice',
    changes: text('## Two\n\nText.\n\n## Two'),
    expects: [`C042 ${home}:13`],
  },
];

const links: Case[] = [
  {
    name: 'a link to a page that does not exist',
    changes: text('[Services](page:servces)'),
    expects: [`C030 ${home}:9`],
    suggests: 'services',
  },
  {
    name: 'a button to a page that does not exist',
    changes: text('<Action to="page:nothing-near-it">Go</Action>'),
    expects: [`C030 ${home}:9`],
    suggests: 'none',
  },
  {
    name: 'a link to an anchor that does not exist',
    changes: text('[Services](page:services#prices)'),
    expects: [`C031 ${home}:9`],
  },
  {
    name: 'an anchor that cannot be decoded',
    changes: text('[Services](page:services#100%)'),
    expects: [`C031 ${home}:9`],
  },
  {
    name: 'a link to a contact that does not exist',
    changes: text('[Post](contact:post-rom)\n\n<Directory />'),
    expects: [`C032 ${home}:9`],
    suggests: 'post-room',
  },
  {
    name: 'a link to a contact, when no page holds the directory',
    changes: text('[Post](contact:post-room)'),
    expects: [`C032 ${home}:9`],
  },
  {
    name: 'a card of a contact that does not exist',
    changes: text('<ContactCard contact="post-rom" />'),
    expects: [`C032 ${home}:9`],
    suggests: 'post-room',
  },
  {
    name: 'a path instead of a key',
    changes: text(`[Services](/${one.code}/services)`),
    expects: [`C033 ${home}:9`],
  },
  {
    name: 'a path in a reference',
    changes: text('[Services][1]\n\n[1]: ../services'),
    expects: [`C033 ${home}:11`],
  },
  {
    name: 'the address of this site',
    changes: text('[Services](https://site.example/services)'),
    expects: [`C033 ${home}:9`],
  },
  {
    name: 'an address without a scheme',
    changes: text('[Other](//other.example)'),
    expects: [`C033 ${home}:9`],
  },
  {
    name: 'an address that is not https',
    changes: text('[Other](http://other.example)'),
    expects: [`C034 ${home}:9`],
  },
  {
    name: 'an address that runs',
    changes: text('[Other](javascript:alert(1))'),
    expects: [`C034 ${home}:9`],
  },
  {
    name: 'an e-mail address in a text',
    changes: text('Write to somebody@other.example.'),
    expects: [`C092 ${home}:9`],
  },
  { name: 'a phone number as a link', changes: text('[Call](tel:+3225010411)'), expects: [`C093 ${home}:9`] },
];

const records: Case[] = [
  {
    name: 'a phone number with spaces',
    changes: contact('+3225010411', '02 501 04 11'),
    expects: [inRecord('C051', '    - number')],
  },
  {
    name: 'a phone number that nobody can have',
    changes: contact('+3225010411', '+321'),
    expects: [inRecord('C051', '    - number')],
  },
  {
    name: 'a phone number without quotes',
    changes: contact('"+3225010411"', '+3225010411'),
    expects: [inRecord('C005', '    - number')],
  },
  {
    name: 'an e-mail address that is none',
    changes: contact('  phone:\n    - number: "+3225010411"', '  email: post at site'),
    expects: [inRecord('C072', '  phone:')],
  },
  {
    name: 'a record that lacks a language',
    changes: contact(`  ${one.code}: Post room\n`, ''),
    expects: [`C004 ${contactFile('post-room')}:3`],
  },
  {
    name: 'a record in a language that the site does not speak',
    changes: contact('name:\n', 'name:\n  xx: Post\n'),
    expects: [`C003 ${contactFile('post-room')}:4`],
  },
  {
    name: 'a misspelt field of a record',
    changes: contact('phone:', 'fone:'),
    expects: [inRecord('C003', '  phone:')],
    suggests: 'phone',
  },
  {
    name: 'a misspelt field in a list of a record',
    changes: contact('number:', 'numer:'),
    expects: [inRecord('C003', '    - number'), inRecord('C004', '    - number')],
    suggests: 'number',
  },
  {
    name: 'two phone numbers that nobody can tell apart',
    changes: contact('- number: "+3225010411"', '- number: "+3225010411"\n    - number: "+3225010412"'),
    expects: [inRecord('C152', '    - number')],
  },
  {
    name: 'opening hours that end before they begin',
    changes: hours('[monday]', '"17:00"', '"09:00"'),
    expects: [inRecord('C150', 'verified:', 4)],
  },
  {
    name: 'opening hours that overlap',
    changes: hours(
      '[monday, monday]',
      '"09:00"',
      '"12:00"',
      '    - { days: [monday], opens: "11:00", closes: "13:00" }\n',
    ),
    expects: [inRecord('C150', 'verified:', 2)],
  },
  {
    name: 'an hour that no clock shows',
    changes: hours('[monday]', '"9u"', '"17:00"'),
    expects: [inRecord('C075', 'verified:', 3)],
  },
  {
    name: 'an exception that ends before it begins',
    changes: contact(
      'verified:',
      `availability:\n  exceptions:\n    - from: 2026-12-24\n      until: 2026-12-20\n      reason:\n${languages.map(({ code }) => `        ${code}: Holidays`).join('\n')}\nverified:`,
    ),
    expects: [inRecord('C150', 'verified:', 3)],
  },
  {
    name: 'a language that has no name',
    changes: contact('verified:', 'languages: [qx]\nverified:'),
    expects: [inRecord('C007', 'verified:')],
  },
  {
    name: 'a record that nobody has compared with its source',
    changes: contact('verified: 2026-05-01\n', ''),
    expects: [`C004 ${contactFile('post-room')}:1`],
  },
  {
    name: 'a parent that is not recorded',
    changes: contact('order: 1', 'order: 1\nparent: organistion'),
    expects: [inRecord('C052', 'order:', 1)],
    suggests: 'organisation',
  },
  {
    name: 'a unit that is a part of itself',
    changes: contact('order: 1', 'order: 1\nparent: post-room'),
    expects: [inRecord('C151', 'order:', 1)],
  },
  {
    name: 'two units that are parts of each other',
    changes: {
      ...contact('order: 1', 'order: 1\nparent: organisation'),
      [contactFile('organisation')]: contacts.organisation.replace('order: 1', 'order: 1\nparent: post-room'),
    },
    expects: [inRecord('C151', 'order:', 1), `C151 ${contactFile('organisation')}:3`],
  },
  {
    name: 'a text that a spreadsheet would calculate',
    changes: contact('verified:', 'person: "=1+1"\nverified:'),
    expects: [inRecord('C153', 'verified:')],
  },
  {
    name: 'a mailbox that a spreadsheet would calculate',
    changes: contact('channels:', 'channels:\n  email: "-post@site.example"'),
    expects: [inRecord('C153', 'channels:', 1)],
  },
  {
    name: 'a record for nobody',
    changes: contact('audience: [internal]', 'audience: []'),
    expects: [inRecord('C006', 'audience:')],
  },
  {
    name: 'an unknown kind',
    changes: contact('support-service', 'support'),
    expects: [`C008 ${contactFile('post-room')}:1`],
  },
  {
    name: 'an own site that is not https',
    changes: contact(
      'page: services/post',
      `website:\n${languages.map(({ code }) => `  ${code}: http${code === one.code ? '' : 's'}://post.example`).join('\n')}`,
    ),
    expects: [`C034 ${contactFile('post-room')}:${lineInRecord('page:') + 1 + languages.indexOf(one)}`],
  },
  {
    name: 'a record of a page that does not exist',
    changes: contact('page: services/post', 'page: services/pst'),
    expects: [inRecord('C053', 'page:')],
    suggests: 'services/post',
  },
  {
    name: 'a page of a contact that does not exist',
    changes: allTwins('services/post', { contact: 'post-rom' }),
    expects: everyTwin('services/post', 'C052', 6),
    suggests: 'post-room',
  },
  {
    name: 'an organisation without a record',
    changes: site('organisation: organisation', 'organisation: nobody'),
    expects: [`C052 ${settingsFile}:2`],
  },
  {
    name: 'an organisation without an address',
    changes: { [contactFile('organisation')]: contacts.organisation.replace(/address:[\s\S]*/, '') },
    expects: [`C004 ${contactFile('organisation')}:1`],
  },
  {
    name: 'a menu with a page that does not exist',
    changes: site('footer: [services]', 'footer: [services, servics]'),
    expects: [`C053 ${settingsFile}:6`],
    suggests: 'services',
  },
  {
    name: 'a menu that does not exist',
    changes: site('lost:', 'lst:'),
    expects: [`C004 ${settingsFile}:3`, `C003 ${settingsFile}:8`],
    suggests: 'lost',
  },
  {
    name: 'an origin that is not https',
    changes: site('https:', 'http:'),
    expects: [`C034 ${settingsFile}:1`],
  },
  {
    name: 'an origin with a slash at the end',
    changes: site('site.example', 'site.example/'),
    expects: [`C007 ${settingsFile}:1`],
  },
  {
    name: 'security.txt without a contact',
    changes: security('  expires: 2027-05-01\n'),
    expects: [`C004 ${settingsFile}:${securityLine}`],
  },
  {
    name: 'security.txt with a form that is not https',
    changes: security('  form: http://site.example/report\n  expires: 2027-05-01\n'),
    expects: [`C034 ${settingsFile}:${securityLine + 1}`],
  },
  {
    name: 'security.txt with a policy that is no page',
    changes: security('  email: a@site.example\n  expires: 2027-05-01\n  policy: servics\n'),
    expects: [`C053 ${settingsFile}:${securityLine + 3}`],
    suggests: 'services',
  },
  {
    name: 'security.txt that has expired',
    changes: security('  email: a@site.example\n  expires: 2026-11-20\n'),
    expects: [`C160 ${settingsFile}:${securityLine + 2}`],
  },
  {
    name: 'security.txt that expires in 30 days',
    changes: security('  email: a@site.example\n  expires: 2026-12-21\n'),
    expects: [`C160 ${settingsFile}:${securityLine + 2}`],
    suggests: '2027-11-20',
  },
  {
    name: 'security.txt that expires in a year',
    changes: security('  email: a@site.example\n  expires: 2027-11-21\n'),
    expects: [`C161 ${settingsFile}:${securityLine + 2}`],
    suggests: '2027-11-20',
  },
  {
    name: 'a redirect from a page that exists',
    changes: { [redirectsFile]: redirect(`/${one.code}/services`, 'page:home') },
    expects: [`C013 ${redirectsFile}:1`],
  },
  {
    name: 'two redirects from one address',
    changes: { [redirectsFile]: redirect(old, 'page:home') + redirect(old, 'page:services') },
    expects: [`C013 ${redirectsFile}:3`],
  },
  {
    name: 'a redirect without a language',
    changes: { [redirectsFile]: redirect('/old', 'page:home') },
    expects: [`C007 ${redirectsFile}:1`],
  },
  {
    name: 'a redirect with a slash at the end',
    changes: { [redirectsFile]: redirect(`${old}/`, 'page:home') },
    expects: [`C007 ${redirectsFile}:1`],
  },
  {
    name: 'a redirect to a page that does not exist',
    changes: { [redirectsFile]: redirect(old, 'page:servces') },
    expects: [`C053 ${redirectsFile}:2`],
    suggests: 'services',
  },
  {
    name: 'a redirect to an address',
    changes: { [redirectsFile]: redirect(old, 'https://other.example') },
    expects: [`C007 ${redirectsFile}:2`],
  },
];

/** Every kind of mistake that the gate knows, at least once. */
export const cases: readonly Case[] = [...frontMatter, ...files, ...drafts, ...bodies, ...links, ...records];
