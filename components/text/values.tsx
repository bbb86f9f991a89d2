import type { ReactNode } from 'react';

/** Words in the largest size, each with its text. */
export function Values({ children }: { children: ReactNode }) {
  return <ul className="values">{children}</ul>;
}

/** An entry of Values. */
export function Value({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h3>{title}</h3>
      <div className="value-body">{children}</div>
    </li>
  );
}
