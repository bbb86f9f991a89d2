import type { ReactNode } from 'react';

/** A strip of facts, each with its value first. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-x-column gap-y-6 in-prose:my-[1.75em] in-prose:p-0">
      {children}
    </ul>
  );
}

/** An entry of Facts. */
export function Fact({ value, label }: { value: string; label: string }) {
  return (
    <li className="m-0 border-t pt-3">
      <b className="block font-medium font-serif text-xl/[1.06] hyphens-manual">{value}</b>{' '}
      <span className="mt-2 block text-sm/[1.45]">{label}</span>
    </li>
  );
}

/** One very large number. In the blue band it has a column of its own (`body.css`). */
export function BigNumber({ value, label }: { value: string; label: string }) {
  return (
    <p className="big-number font-serif max-lg:pt-4 text-xl lg:col-[1]! lg:row-[1/span_3]">
      <b className="mb-[0.1em] -ml-[0.035em] block font-medium text-[clamp(6rem,4rem+12vw,13rem)]/[0.74] [letter-spacing:-0.045em] print:mt-[6mm] print:text-[60pt]">
        {value}
      </b>{' '}
      {label}
    </p>
  );
}
