import type { ReactNode } from 'react';

/** A second-level heading with all that follows it, in a wide page. Its style, and that of the bands, is in `body.css`. */
export function Section({ children }: { children: ReactNode }) {
  return <section className="wrap section">{children}</section>;
}

/** What follows the heading of a section. */
export function SectionBody({ children }: { children?: ReactNode }) {
  return <div className="section-body">{children}</div>;
}

/** A full-width band of stone around sections. */
export function Band({ children }: { children: ReactNode }) {
  return <div className="band">{children}</div>;
}

/** The one blue band of a page. */
export function BlueBand({ children }: { children: ReactNode }) {
  return <div className="blue-band">{children}</div>;
}
