import type { z } from 'zod';
import { contactSchema } from '#lib/records/contact.ts';
import { type NoticeRecord, type NoticeTemplate, noticeSchema, noticeTemplateSchema } from '#lib/records/notices.ts';
import { type ContactFile, contactIdOf, noticeOfFile } from './files.ts';
import type { ContentReader } from './reader.ts';
import type { YamlResult } from './yaml.ts';

/** Reads every contact record. The findings about them are in the reader. */
export function readContacts(reader: ContentReader): ContactFile[] {
  const schema = contactSchema(reader.languages);
  return reader.list('content/contacts').flatMap((file): ContactFile[] => {
    const id = contactIdOf(file);
    if (id === null) return [];
    const result = reader.yaml(file, schema);
    return [{ id, file, result, contact: result.value && { ...result.value, id } }];
  });
}

/** One notice, or one template. */
export interface NoticeFile<T> {
  readonly key: string;
  readonly file: string;
  readonly result: YamlResult<T>;
}

/** All notices, and the templates for the next ones. */
export interface NoticeFiles {
  readonly notices: readonly NoticeFile<NoticeRecord>[];
  readonly templates: readonly NoticeFile<NoticeTemplate>[];
}

/** Reads every notice and every template. The findings about each by itself are in the reader. */
export function readNotices(reader: ContentReader): NoticeFiles {
  const read = <T>(kind: 'notice' | 'template', schema: z.ZodType<T>) =>
    reader.list('content/notices').flatMap((file): NoticeFile<T>[] => {
      const place = noticeOfFile(file);
      return place?.kind === kind ? [{ key: place.key, file, result: reader.yaml(file, schema) }] : [];
    });
  return {
    notices: read('notice', noticeSchema(reader.languages)),
    templates: read('template', noticeTemplateSchema(reader.languages)),
  };
}
