import type { ReactNode } from 'react';

/**
 * A framed note, its title set into the frame like the label of a box on a form. The frame is drawn behind the text and starts at
 * the middle of the title's first line, so the title may take two lines and covers nothing.
 */
export function Callout({
  title,
  className = 'in-prose:mt-[1.5em] in-section:mt-[1.5em]',
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={`${className} relative isolate max-w-text break-inside-avoid px-5 pb-5 before:absolute before:inset-[0.8em_0_0] before:-z-1 before:border`}
      role="note"
      aria-label={title}
    >
      <p className="-ml-1.5 w-fit bg-(--ground) px-1.5 font-bold">{title}</p>
      <div className="flow-[0.75em] mt-[0.5em]">{children}</div>
    </div>
  );
}
