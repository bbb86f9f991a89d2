import type { FrontMatter } from '#lib/records/page.ts';
import type { Contact } from '#lib/site/site.ts';
import type { Body } from '../rules/body.ts';
import type { Outline } from '../twins/outline.ts';
import type { YamlResult } from './yaml.ts';

/** One page file, read and checked by itself: plain data, so that a thread can hand it to another one. */
export interface PageFile {
  readonly key: string;
  readonly language: string;
  readonly file: string;
  readonly frontMatter: YamlResult<FrontMatter>;
  readonly body: Body | null;
  /** What of it can be compared with its twins. */
  readonly outline: Outline | null;
}

/** One contact file, read and checked by itself: plain data too. */
export interface ContactFile {
  readonly id: string;
  readonly file: string;
  readonly result: YamlResult<Omit<Contact, 'id'>>;
  readonly contact: Contact | null;
}

/** Address of a page file: `/nl` for the home page, `/nl/<slug>` for the others; null when the slug cannot be read. */
export function pathOf({ language, frontMatter }: Pick<PageFile, 'language' | 'frontMatter'>): string | null {
  const slug = frontMatter.value?.slug ?? frontMatter.fields.get('slug');
  if (slug === undefined) return null;
  return slug === '' ? `/${language}` : `/${language}/${slug}`;
}

/** The address one level up. */
export function parentPath(pagePath: string): string {
  return pagePath.slice(0, pagePath.lastIndexOf('/'));
}
