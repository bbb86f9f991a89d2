import type { ReactNode } from 'react';

/** A question whose answer opens beneath it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="question">
      <summary>{title}</summary>
      <div className="answer">{children}</div>
    </details>
  );
}
