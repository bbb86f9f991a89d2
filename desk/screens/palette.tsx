'use client';

import { useTranslations } from 'next-intl';
import { withPart } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { PaletteEntry } from '../server/screens-data.ts';
import { useDesk } from './context.tsx';
import { usePage } from './page-context.tsx';

/** What may be added at a place, in all languages at once. */
export function Palette({
  level,
  behind,
  parent,
}: {
  readonly level: Pairs;
  readonly behind: Pair | null;
  readonly parent: Pair | null;
}) {
  const t = useTranslations('desk');
  const { languages } = useDesk();
  const { texts, onTexts, palette, isWide } = usePage();
  const holder = palette.find(({ name }) => name === parent?.name);
  const add = (source: Readonly<Record<string, string>>) =>
    onTexts(withPart(texts, level, behind, source), `add ${Date.now()}`);
  const inEach = (words: string) => Object.fromEntries(languages.map(({ code }) => [code, words]));
  const offered = palette.filter((entry) => isOffered(entry, { parent, holder, isWide, texts: Object.values(texts) }));
  return (
    <details className="desk-palette">
      <summary>{t('addHere')}</summary>
      <ul>
        {!holder?.holds && (
          <>
            <li>
              <button type="button" onClick={() => add(inEach(`## ${t('newHeading')}`))}>
                {t('kind.heading')}
              </button>
            </li>
            <li>
              <button type="button" onClick={() => add(inEach(t('newText')))}>
                {t('kind.text')}
              </button>
            </li>
          </>
        )}
        {offered.map(({ name, explanation, sources }) => (
          <li key={name}>
            <button type="button" onClick={() => add(sources)}>
              {explanation}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Where {
  readonly parent: Pair | null;
  readonly holder: PaletteEntry | undefined;
  readonly isWide: boolean;
  readonly texts: readonly string[];
}

/** Whether the vocabulary of the gate allows a component at a place. */
function isOffered({ name, inside, isBand, once }: PaletteEntry, { parent, holder, isWide, texts }: Where): boolean {
  if (once || texts.length === 0) return false;
  if (holder?.holds) return holder.holds.includes(name);
  if (inside) return parent?.name != null && inside.includes(parent.name);
  return !isBand || (isWide && parent === null);
}
