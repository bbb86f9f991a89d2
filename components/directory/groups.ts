import type { ContactKind } from '#lib/records/contact.ts';

/** What each group of the directory is called, in full and for the filter, and what there is to say about it. */
export const groups = {
  'support-service': { title: 'directory.support', label: 'directory.supportLabel', note: null },
  'attached-service': {
    title: 'directory.attached',
    label: 'directory.attachedLabel',
    note: 'directory.attachedNote',
  },
  'cultural-institution': {
    title: 'directory.cultural',
    label: 'directory.culturalLabel',
    note: 'directory.culturalNote',
  },
  organisation: { title: 'directory.organisation', label: 'directory.organisationLabel', note: null },
} as const satisfies Record<ContactKind, { title: string; label: string; note: string | null }>;
