import { one } from '../content-tree.ts';
import { type Case, home, text } from './case.ts';

export const links: readonly Case[] = [
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
