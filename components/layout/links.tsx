import type { AnchorHTMLAttributes, ReactNode } from 'react';

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
