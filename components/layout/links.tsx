import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import type { Translator } from '#lib/contacts/hours.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import type { Contact } from '#lib/site/site.ts';

/** A link by its target and its words, with further attributes. */
export interface LinkEntry extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  text: ReactNode;
}

/** Links as the items of a list, with the same classes. */
export function Links({ className, links }: { className?: string; links: readonly LinkEntry[] }) {
  return links.map(({ text, ...attributes }) => (
    <li key={attributes.href}>
      <a className={className} {...attributes}>
        {text}
      </a>
    </li>
  ));
}

/** A link for each telephone number of a unit, which says that it calls. */
export function callLinks(contact: Contact, t: Translator): LinkEntry[] {
  return phoneNumbersOf(contact).map((number) => ({
    href: `tel:${number}`,
    text: t('contact.call', { number: formatPhone(number) }),
  }));
}
