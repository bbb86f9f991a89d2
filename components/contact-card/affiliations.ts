import type { ContactKind } from '#lib/records/contact.ts';

/** What a unit is to the Chancellery, for kinds of units that are no part of it: the address of the others says it. */
export const affiliations = {
  'support-service': null,
  'attached-service': 'contact.attached',
  'cultural-institution': 'contact.cultural',
  organisation: null,
} as const satisfies Record<ContactKind, string | null>;
