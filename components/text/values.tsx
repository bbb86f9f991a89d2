import type { ReactNode } from 'react';

/** Words in the largest size, each with its text. They take the whole width of their section (`body.css`). */
export function Values({ children }: { children: ReactNode }) {
  return <ul className="values">{children}</ul>;
}

/** An entry of Values. */
export function Value({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-1 gap-x-column gap-y-4 border-t pt-5 pb-[clamp(1.75rem,1rem+3vw,3.25rem)] last:pb-0 lg:grid-cols-3">
      <h3 className="lg:col-span-2 -ml-[0.025em] text-4xl [letter-spacing:-0.03em]">{title}</h3>
      <div className="markdown flow-3">{children}</div>
    </li>
  );
}
