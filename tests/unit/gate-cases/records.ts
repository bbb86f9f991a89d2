import { languages } from '#lib/languages/languages.ts';
import { allTwins, contactFile, contacts, one, redirectsFile, settingsFile } from '../content-tree.ts';
import {
  type Case,
  contact,
  everyTwin,
  hours,
  inRecord,
  lineInRecord,
  old,
  redirect,
  security,
  securityLine,
  site,
} from './case.ts';

export const records: readonly Case[] = [
  {
    name: 'a phone number with spaces',
    changes: contact('+3225010411', '02 501 04 11'),
    expects: [inRecord('C051', '    - number')],
  },
  {
    name: 'a phone number that does not exist',
    changes: contact('+3225010411', '+321'),
    expects: [inRecord('C051', '    - number')],
  },
  {
    name: 'a phone number without quotes',
    changes: contact('"+3225010411"', '+3225010411'),
    expects: [inRecord('C005', '    - number')],
  },
  {
    name: 'a malformed e-mail address',
    changes: contact('  phone:\n    - number: "+3225010411"', '  email: post at site'),
    expects: [inRecord('C072', '  phone:')],
  },
  {
    name: 'a record that lacks a language',
    changes: contact(`  ${one.code}: Post room\n`, ''),
    expects: [`C004 ${contactFile('post-room')}:3`],
  },
  {
    name: 'a record in a language that the site does not have',
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
    expects: [inRecord('C003', '    - number')],
    suggests: 'number',
  },
  {
    name: 'two phone numbers without labels',
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
    name: 'an hour that does not exist',
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
    changes: contact('languages: [nl]', 'languages: [qx]'),
    expects: [inRecord('C007', 'languages:')],
  },
  {
    name: 'a record that was not compared with its source',
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
    name: 'a record without any language',
    changes: contact('languages: [nl]', 'languages: []'),
    expects: [inRecord('C006', 'languages:')],
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
    expects: [`C003 ${settingsFile}:8`],
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
    name: 'security.txt with a policy that is not a page',
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
    changes: { [redirectsFile]: redirect('/old-path', 'page:home') },
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
