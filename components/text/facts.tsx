import type { ReactNode } from 'react';

/** A strip of facts, value first: for the eye and for the ear. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** An entry of Facts. */
export function Fact({ value, label }: { value: string; label: string }) {
  return (
    <div>
      <dt>{value}</dt>
      <dd>{label}</dd>
    </div>
  );
}

/** One very large number. */
export function BigNumber({ value, label }: { value: string; label: string }) {
  return (
    <p className="big-number">
      <b>{value}</b> {label}
    </p>
  );
}
