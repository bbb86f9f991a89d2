import { contactSchema } from '#lib/records/contact.ts';
import type { ContactFile } from './files.ts';
import { contactIdOf } from './places.ts';
import type { ContentReader } from './reader.ts';

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
