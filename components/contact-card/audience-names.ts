import type { Audience } from '#lib/records/contact.ts';

/** What each audience is called. */
export const audienceNames = {
  public: 'audience.public',
  federal: 'audience.federal',
  internal: 'audience.internal',
} as const satisfies Record<Audience, string>;
