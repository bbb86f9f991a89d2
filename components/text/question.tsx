import type { ReactNode } from 'react';

/** A question whose answer opens beneath it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group [details+&]:mt-0 [dl+&]:mt-10 border-t border-line last-of-type:border-b not-has-[dl]:break-inside-avoid">
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 py-3 font-serif text-lg/[1.25] decoration-1 underline-offset-[0.2em] after:font-sans after:text-[1.75rem]/[1] after:[content:'+'_/_''] group-open:after:[content:'–'_/_''] hover:underline print:after:hidden [&::-webkit-details-marker]:hidden">
        {title}
      </summary>
      <div className="markdown flow-3 max-w-text pb-6">{children}</div>
    </details>
  );
}
