import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * A table that may be wider than its column: it scrolls by itself, by the keyboard too. When there is more than it shows, words above
 * it say so, and a shadow at an edge (`body.css`).
 */
export function TableFrame({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section is for a part of the text with a heading
    <div
      className="table-frame max-w-200 in-prose:my-[1.75em] in-prose:lg:w-[61vw]"
      data-hint={t('tableHint')}
      role="region"
      aria-label={t('table', { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard scroll otherwise (WCAG 2.1.1)
      tabIndex={0}
    >
      {children}
    </div>
  );
}
