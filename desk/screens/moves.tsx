'use client';

import { useTranslations } from 'next-intl';
import { flushSync } from 'react-dom';

const signs = { moveUp: '↑', moveDown: '↓', take: '×' } as const;
const ways = Object.keys(signs) as (keyof typeof signs)[];

/** The buttons that move or remove an entry of a list or a part; one without a function is left out. */
export function Moves({
  what,
  ...steps
}: { what: string } & { [way in keyof typeof signs]?: (() => void) | undefined }) {
  const t = useTranslations('desk');
  /** The entries keep their elements and exchange their values, so the focus moves on to where the moved one is now. */
  const move = (way: keyof typeof signs, button: HTMLElement) => {
    flushSync(() => steps[way]?.());
    if (way === 'take') return;
    const row = button.closest('.desk-part, .desk-entry') as Element;
    const rows = [...(row.parentElement?.children ?? [])].filter(({ className }) => className === row.className);
    const moved = rows[rows.indexOf(row) + (way === 'moveUp' ? -1 : 1)];
    const buttons = moved?.querySelector(':scope > .desk-moves, :scope > header > .desk-moves');
    (buttons?.querySelector<HTMLElement>(`[name="${way}"]`) ?? buttons?.querySelector('button'))?.focus();
  };
  return (
    <span className="desk-moves">
      {ways.map((way) => {
        const label = t(way, { what });
        return (
          steps[way] && (
            <button
              key={way}
              type="button"
              name={way}
              className="desk-quiet"
              aria-label={label}
              title={label}
              onClick={({ currentTarget }) => move(way, currentTarget)}
            >
              {signs[way]}
            </button>
          )
        );
      })}
    </span>
  );
}
