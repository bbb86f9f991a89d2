import type { ReactNode } from 'react';

/** A framed note, its label set into the frame like a box on a form. */
export function Callout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="callout" role="note" aria-label={title}>
      <p>{title}</p>
      {children}
    </div>
  );
}
