import { z } from 'zod';
import { date, type Form, line, suggestSlug, when, withFields } from './fields.ts';

/** What the layout of a body has: whether it is as wide as the page, so that a band runs from edge to edge, and ids of its own. */
interface Layout {
  readonly isWide: boolean;
  readonly anchors: readonly string[];
}

/** The layout of each page template. */
export const layouts = {
  home: { isWide: true, anchors: ['news'] },
  sections: { isWide: true, anchors: [] },
  text: { isWide: false, anchors: ['contents'] },
  publication: { isWide: false, anchors: ['contents'] },
  service: { isWide: false, anchors: ['contact', 'others'] },
  news: { isWide: false, anchors: ['contents', 'about'] },
} as const satisfies Readonly<Record<string, Layout>>;

export type Template = keyof typeof layouts;
export const templates = Object.keys(layouts) as readonly Template[];

const slugPattern = /^$|^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/;
const slugForm: Form = { code: 'C074', suggest: suggestSlug };
const slug = z
  .string()
  .max(120)
  .refine((text) => slugPattern.test(text), { params: slugForm })
  .meta({ pattern: slugPattern.source });

function withTemplate(template: Template): object {
  return { type: 'object', properties: { template: { const: template } }, required: ['template'] };
}

/** Front matter of a page. `gate/messages` explains each field to editors, under `fields.page`. */
export const frontMatterSchema = z
  .strictObject({
    title: line(2, 120),
    /** Default: the title. */
    label: line(2, 30).optional(),
    summary: line(50, 180),
    /** Default: the summary. */
    teaser: line(10, 90).optional(),
    /** Words that visitors looking for this page type, beyond those on it. In every twin or in none. */
    keywords: z.array(line(2, 60)).min(1).max(80).optional(),
    /** Words under which the index from A to Z lists the page besides its title; search finds them too. As many in every twin. */
    index: z.array(line(2, 40)).min(1).max(20).optional(),
    slug,
    template: z.enum(templates),
    /** The name of a picture on the page, for the preview of a shared link. Default: a card with the title. In every twin or in none. */
    image: line(5, 80).optional(),
    /** Default: after the siblings with an order, by page key. */
    order: z.int().min(1).max(999).optional(),
    /** Required on service pages, refused on others. */
    contact: z.string().optional(),
    /** The year that a publication is about. Required on publications, refused on others. */
    year: z.int().min(1900).max(2100).optional(),
    /** The day on the cover of a publication. Required on publications, refused on others. */
    published: date.optional(),
    updated: date,
    /** What news is about: ids of contacts and keys of pages. */
    units: z.array(z.string()).min(1).max(6).optional(),
    pages: z.array(z.string()).min(1).max(6).optional(),
    /** Changes of the meaning that visitors should know, with their day. */
    changes: z
      .array(z.strictObject({ day: date, text: line(10, 200) }))
      .min(1)
      .max(50)
      .optional(),
    /** Code of the source language while the translation awaits review. */
    translatedFrom: z.string().optional(),
    draft: z.boolean().optional(),
  })
  .refine((page) => (page.template === 'service') === (page.contact !== undefined), {
    path: ['contact'],
    params: { code: 'C078' },
  })
  .refine(({ template, units, pages }) => template === 'news' || (units ?? pages) === undefined, {
    params: { code: 'C252' },
  })
  .refine((page) => (page.template === 'publication') === (page.year !== undefined), {
    path: ['year'],
    params: { code: 'C320' },
  })
  .refine((page) => (page.template === 'publication') === (page.published !== undefined), {
    path: ['published'],
    params: { code: 'C320' },
  })
  .meta(
    when(
      withTemplate('service'),
      { ...withFields('contact'), properties: { contact: true, year: false, published: false } },
      {
        properties: { contact: false },
        ...when(withTemplate('publication'), withFields('year', 'published'), {
          properties: { year: false, published: false },
        }),
      },
    ),
  );
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Front matter fields that describe the page, not one language of it: equal in all twins. */
export const sharedFields = ['template', 'order', 'contact', 'year', 'published', 'draft', 'units', 'pages'] as const;
