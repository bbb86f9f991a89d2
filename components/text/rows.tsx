import type { ReactNode } from 'react';

/** A list whose entries have a title and a text: beside each other in a section of a wide page. */
export function Rows({ search, children }: { search?: 'skip'; children: ReactNode }) {
  return (
    <ul
      data-search={search}
      className="border-t *:gap-x-6 in-section:[p+&]:mt-6 in-section:lg:*:grid-cols-[minmax(0,3fr)_minmax(0,5fr)] in-section:lg:*:items-baseline in-section:print:*:grid-cols-[45mm_1fr]"
    >
      {children}
    </ul>
  );
}

/** The same list, in an order that matters. The drawn numbers are decoration, because a list is numbered already. */
export function NumberedRows({ children }: { children: ReactNode }) {
  return (
    <ol className="border-t [counter-reset:row] *:grid-cols-[2.5rem_minmax(0,1fr)] *:items-baseline *:before:font-serif *:before:text-xl *:before:text-link *:before:[counter-increment:row] *:before:[content:counter(row)_/_''] [&>li>div]:col-[-2] in-section:[p+&]:mt-6 in-section:lg:*:grid-cols-[2rem_minmax(0,3fr)_minmax(0,5fr)] in-section:lg:*:gap-x-6 in-section:print:*:grid-cols-[8mm_37mm_1fr]">
      {children}
    </ol>
  );
}

/** An entry of Rows or NumberedRows. */
export function Row({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <li className="grid gap-y-1.5 border-b border-line py-row print:py-[2mm]">
      <h3 className="text-lg/[1.2]">{title}</h3>
      <div className="markdown flow-3">{children}</div>
    </li>
  );
}
