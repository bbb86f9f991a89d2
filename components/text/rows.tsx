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

/** The same list, in an order that matters. The drawn numbers are decoration, because a list is numbered already (`body.css`). */
export function NumberedRows({ children }: { children: ReactNode }) {
  return <ol className="numbered border-t in-section:[p+&]:mt-6">{children}</ol>;
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
