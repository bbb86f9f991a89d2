import { z } from 'zod';
import type { Language } from '../languages/languages.ts';
import { date, line, translated } from './fields.ts';

/** How urgent a notice is, the most urgent first. */
export const urgencies = ['emergency', 'important', 'information'] as const;
export type Urgency = (typeof urgencies)[number];

function wordsOf(languages: readonly Language[]) {
  return {
    urgency: z.enum(urgencies),
    title: translated(languages, line(3, 60)),
    text: translated(languages, line(10, 280)),
    more: z.string().optional(),
  };
}

/** A notice, `content/notices/<key>.yaml`: the whole site, or some pages and units; from `begin` up to and including `end`. */
export function noticeSchema(languages: readonly Language[]) {
  const keys = z.array(z.string()).min(1).optional();
  return z
    .strictObject({
      ...wordsOf(languages),
      everywhere: z.literal(true).optional(),
      pages: keys,
      units: keys,
      begin: date,
      end: date,
    })
    .refine(
      ({ everywhere, pages, units }) => (everywhere === undefined) !== (pages === undefined && units === undefined),
      { params: { code: 'C240' } },
    )
    .refine(({ begin, end }) => begin <= end, { path: ['end'], params: { code: 'C241' } });
}
export type NoticeRecord = z.infer<ReturnType<typeof noticeSchema>>;

/** A prepared notice, `content/notices/templates/<name>.yaml`, and for how many days it is put up. */
export function noticeTemplateSchema(languages: readonly Language[]) {
  return z.strictObject({ ...wordsOf(languages), days: z.int().min(1).max(31) });
}
export type NoticeTemplate = z.infer<ReturnType<typeof noticeTemplateSchema>>;
