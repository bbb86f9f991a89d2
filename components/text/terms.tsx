import type { ReactNode } from 'react';

/** A list of terms and their meanings: beside each other in a section of a wide page. */
export function Terms({ children }: { children: ReactNode }) {
  return (
    <dl className="border-t border-line in-prose:not-first:mt-[1.5em] in-section:lg:*:grid-cols-[minmax(0,3fr)_minmax(0,5fr)] in-section:print:*:grid-cols-[45mm_1fr]">
      {children}
    </dl>
  );
}

/** An entry of Terms. */
export function Term({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="grid break-inside-avoid gap-x-6 gap-y-1 border-b border-line py-3 print:py-[2mm]">
      <dt className="font-bold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
