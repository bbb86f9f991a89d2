import { allTwins, redirectsFile, settingsFile } from '../content-tree.ts';
import { type Case, contact, draft, everyTwin, home, inRecord, old, redirect, site, text } from './case.ts';

export const drafts: readonly Case[] = [
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
