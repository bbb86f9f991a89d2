import type { ReactNode } from 'react';

/** A list whose entries have a title and a text beside it. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>;
}

/** The same, in an order that matters. The numeral is drawn for the eye; the list itself gives the number. */
export function NumberedRows({ children }: { children: ReactNode }) {
  return <ol className="rows numbered">{children}</ol>;
}

/** An entry of Rows or NumberedRows. */
export function Row({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <li>
      <h3>{title}</h3>
      <div className="row-body">{children}</div>
    </li>
  );
}
