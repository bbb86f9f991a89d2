import {
  type ChannelName,
  type ChannelRule,
  type ChannelShape,
  channelNames,
  channels,
  type ShapeOf,
} from '../records/channels.ts';
import type { ContactRecord } from '../records/contact.ts';

type Values = NonNullable<ContactRecord['channels']>;

/** A channel of a unit with its value, whose type the shape determines. */
export type Channel = {
  [Name in ChannelName]: {
    readonly name: Name;
    readonly rule: ChannelRule;
    readonly shape: ShapeOf<Name>;
    readonly value: NonNullable<Values[Name]>;
  };
}[ChannelName];

type ValueOf<Shape extends ChannelShape> = Extract<Channel, { readonly shape: Shape }>['value'];
type WithChannels = Pick<ContactRecord, 'channels'>;

/** The channels of a unit that have a value, in the order of every face. */
export function channelsOf({ channels: values = {} }: WithChannels): Channel[] {
  return channelNames.flatMap((name) => {
    const rule: ChannelRule = channels[name];
    const value = values[name];
    return value === undefined ? [] : [{ name, rule, shape: rule.shape, value } as Channel];
  });
}

/** The value of one channel of a unit, which has this shape; undefined when it has none. */
export function channelValue<Shape extends ChannelShape>(
  contact: WithChannels,
  name: ChannelName,
  shape: Shape,
): ValueOf<Shape> | undefined {
  const channel = channelsOf(contact).find((each) => each.name === name && each.shape === shape);
  return channel?.value as ValueOf<Shape> | undefined;
}

/** Whether a unit answers directly: by phone, by e-mail or by a form of its own. */
export function isReachable(contact: WithChannels): boolean {
  return channelsOf(contact).some(({ rule }) => rule.isDirect);
}

/** All mailboxes of a unit, in their order. */
export function mailboxesOf(contact: WithChannels): string[] {
  return channelsOf(contact).flatMap(({ shape, value }) => (shape === 'mailbox' ? [value] : []));
}

/** All telephone numbers of a unit in E.164, in their order. */
export function phoneNumbersOf(contact: WithChannels): string[] {
  return channelsOf(contact).flatMap(({ shape, value }) =>
    shape === 'numbers' ? value.map(({ number }) => number) : [],
  );
}
