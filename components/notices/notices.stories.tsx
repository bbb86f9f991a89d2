import { urgencies } from '#lib/records/notices.ts';
import { homeKey } from '#lib/site/site.ts';
import type { Story } from '../story.ts';
import { Notices } from './notices.tsx';

export const stories: readonly Story[] = [
  {
    name: 'Notices: emergency, important, information',
    render: ({ site, language }) => {
      const inEach = (text: string) => Object.fromEntries(site.languages.map(({ code }) => [code, text]));
      const notices = urgencies.map((urgency) => ({
        key: urgency,
        urgency,
        begin: '2026-01-01',
        end: '2026-01-02',
        title: inEach(`The title of a notice (${urgency})`),
        text: inEach('One or two sentences that say what happens, until when, and what a visitor can do instead.'),
        more: urgency === 'emergency' ? homeKey : null,
        pages: null,
      }));
      return <Notices site={site} language={language} notices={notices} />;
    },
  },
];
