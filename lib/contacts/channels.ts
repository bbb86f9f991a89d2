import type { ContactRecord } from '../records/contact.ts';

/** Whether a unit answers directly: by phone, by e-mail or by a form of its own. */
export function isReachable({ channels }: Pick<ContactRecord, 'channels'>): boolean {
  return Boolean(channels?.phone ?? channels?.email ?? channels?.form);
}
