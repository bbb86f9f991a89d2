import { isReachable } from '#lib/contacts/channels.ts';
import type { View } from '#lib/site/site.ts';
import { CardGrid } from './card-grid.tsx';

/** The cards of all units that answer directly. */
export function ContactCards({ view }: { view: View }) {
  return <CardGrid view={view} contacts={view.site.contacts.filter(isReachable)} />;
}
