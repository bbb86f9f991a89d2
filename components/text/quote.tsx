import type { PropsWithChildren } from 'react';
import { hrefOf } from '#lib/site/links.ts';
import type { View } from '#lib/site/site.ts';

/** Words of a person or a text, with their source below them. */
export function Quote({ source, to, view, children }: PropsWithChildren<{ source: string; to?: string; view: View }>) {
  return (
    <figure className="max-w-text border-l-4 pl-5 in-prose:my-[1.75em]">
      <blockquote className="flow-[0.75em] font-serif text-lg/[1.35]">{children}</blockquote>
      <figcaption className="mt-3 text-sm text-soft">
        {'– '}
        {to ? <a href={hrefOf(to, view)}>{source}</a> : source}
      </figcaption>
    </figure>
  );
}
