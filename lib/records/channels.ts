/** What is recorded of a channel: telephone numbers with labels, a mailbox, a web page or a note. Every face has one form for each. */
export type ChannelShape = 'numbers' | 'mailbox' | 'page' | 'note';

export interface ChannelRule {
  readonly shape: ChannelShape;
  /** Whether a unit with this channel answers directly. */
  readonly isDirect: boolean;
  /** The property of a vCard (RFC 6350, RFC 8605), and its type where the property has several; a note is part of NOTE. */
  readonly vcard?: { readonly property: string; readonly type?: string };
  /** The property of a ContactPoint (schema.org). */
  readonly schemaOrg?: string;
  /** Documents the field in the schema of the open data. */
  readonly description: string;
}

/**
 * The ways to reach a unit, in the order in which every form shows them. To add one: an entry here, its explanation under `fields` and
 * its name under `desk.labels` in `gate/messages`. Record, card, vCard, JSON-LD, table, JSON and search are made from this table.
 */
export const channels = {
  phone: {
    shape: 'numbers',
    isDirect: true,
    vcard: { property: 'TEL', type: 'voice' },
    schemaOrg: 'telephone',
    description: 'Telephone numbers, the main one first.',
  },
  email: {
    shape: 'mailbox',
    isDirect: true,
    vcard: { property: 'EMAIL' },
    schemaOrg: 'email',
    description: 'Mailbox of the unit’s role, written the same in all languages.',
  },
  form: {
    shape: 'page',
    isDirect: true,
    vcard: { property: 'CONTACT-URI' },
    schemaOrg: 'url',
    description: 'Web form.',
  },
  post: {
    shape: 'note',
    isDirect: false,
    description: 'What to write on a letter. The address is the unit’s own, or else the organisation’s.',
  },
  visit: { shape: 'note', isDirect: false, description: 'What to know before coming to the reception.' },
} as const satisfies Readonly<Record<string, ChannelRule>>;

type Channels = typeof channels;

/** The name of a channel: its field in a record. */
export type ChannelName = keyof Channels;

export type ShapeOf<Name extends ChannelName> = Channels[Name]['shape'];

export const channelNames = Object.keys(channels) as readonly ChannelName[];
