import { existsSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { check } from '#gate/check.ts';
import { dayAfter } from '#gate/finding/days.ts';
import type { NoticeRecord } from '#lib/records/notices.ts';
import { type Changes, type Project, Refusal } from './project.ts';

/** Where a notice is shown, and when. */
export interface Reach {
  /** Keys of pages. With neither pages nor units, the whole site. */
  readonly pages: readonly string[];
  /** Ids of contacts. */
  readonly units: readonly string[];
  /** First day, YYYY-MM-DD. */
  readonly begin: string;
  /** Last day; by default as many days as the template has. */
  readonly end?: string | undefined;
}

const folder = 'content/notices';

/** The names of the templates, and the keys of the notices that exist. */
export function noticeNames({ root, languages }: Project): { templates: string[]; notices: string[] } {
  const { notices, templates } = check({ root, languages }).content.notices;
  return { templates: templates.map(({ key }) => key), notices: notices.map(({ key }) => key) };
}

/**
 * A notice made of a template, in every language, and the days of its display.
 * @throws Refusal for a template, a page or a unit that does not exist, a notice that exists, or days in the wrong order
 */
export function noticeFrom(project: Project, name: string, reach: Reach): { changes: Changes; end: string } {
  const { root, languages } = project;
  const { content } = check({ root, languages });
  const { templates } = content.notices;
  const template = templates.find(({ key }) => key === name)?.result.value;
  if (!template) throw new Refusal('unknown', { name, known: templates.map(({ key }) => key).join(', ') });
  const { pages, units, begin } = reach;
  const { days, urgency, title, text, more } = template;
  const end = reach.end ?? dayAfter(begin, days - 1);
  if (end < begin) throw new Refusal('backwards', { begin, end });
  for (const key of pages) {
    if (!content.pageKeys.has(key) || content.draftKeys.has(key)) throw new Refusal('noPage', { key });
  }
  for (const id of units) if (!content.contactIds.has(id)) throw new Refusal('noUnit', { id });
  const file = fileOf([name, ...pages, ...units].join('-').replaceAll('/', '-'));
  if (existsSync(path.join(root, file))) throw new Refusal('exists', { file });
  const isEverywhere = pages.length + units.length === 0;
  const notice = {
    urgency,
    ...(isEverywhere && { everywhere: true as const }),
    ...(pages.length > 0 && { pages: [...pages] }),
    ...(units.length > 0 && { units: [...units] }),
    begin,
    end,
    title,
    text,
    ...(more !== undefined && { more }),
  } satisfies NoticeRecord;
  return { changes: new Map([[file, stringify(notice, { lineWidth: 0 })]]), end };
}

/** The deletion of a notice, which takes it down; throws Refusal when there is none with this key. */
export function withoutNotice({ root }: Project, key: string): Changes {
  const file = fileOf(key);
  if (!/^[a-z-]+$/.test(key) || !existsSync(path.join(root, file))) throw new Refusal('missing', { key });
  return new Map([[file, null]]);
}

const fileOf = (key: string) => `${folder}/${key}.yaml`;
