'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { withPart } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import type { PaletteEntry } from '../server/content.ts';
import { useAsk } from './ask.ts';
import { usePage } from './context.tsx';

interface PaletteProps {
  readonly level: Pairs;
  /** The part before the new one; null at the start of the level. */
  readonly behind: Pair | null;
  readonly parent: Pair | null;
}

/**
 * What may be added at a place, in all languages at once, with a picture of what the keyboard or the mouse points at: the live component, from
 * the catalogue of the preview. A component with a file begins with the choice of that file.
 */
export function Palette({ level, behind, parent }: PaletteProps) {
  const t = useTranslations('desk');
  const ask = useAsk();
  const { key, texts, onTexts, palette, isWide } = usePage();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const details = useRef<HTMLDetailsElement>(null);
  const holder = palette.find(({ name }) => name === parent?.token);
  const add = (name: string, sources: Texts) => {
    flushSync(() => {
      onTexts(withPart(texts, level, behind, sources), `add ${Date.now()}`);
      setOpen(false);
    });
    // A text behind a text becomes a part of it.
    const isJoined = name === 'text' && behind?.kind === 'text';
    const added = isJoined ? details.current?.previousElementSibling : details.current?.nextElementSibling;
    (added as HTMLElement | null)?.focus();
  };
  // The texts may change while a file is sent.
  const addNow = useRef(add);
  addNow.current = add;
  /** Puts files beside the page; one whose name ends with a language, as in `report-nl.pdf`, is for that language. */
  const upload = async (files: readonly File[], { name: part, sources }: PaletteEntry) => {
    const names: string[] = [];
    for (const file of files) {
      const base64 = new Uint8Array(await file.arrayBuffer()).toBase64();
      const answer = await ask<{ name: string }>('upload', { key, name: file.name, base64 });
      setReason(answer.ok ? '' : answer.reason);
      if (!answer.ok) return;
      names.push(answer.value.name);
    }
    const named = Object.entries(sources).map(([code, source]) => {
      const own = names.find((name) => name.replace(/\.\w+$/, '').endsWith(`-${code}`)) ?? names[0] ?? '';
      return [code, source.replace(/(?<= file=")[^"]*/, () => own)];
    });
    if (names.length > 0) addNow.current(part, Object.fromEntries(named));
  };
  return (
    <details
      ref={details}
      className="desk-palette"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('addHere')}</summary>
      {isOpen && (
        <Offers
          entries={palette.filter((entry) => isOffered(entry, parent, holder, isWide))}
          onChoose={({ name, sources }) => add(name, sources)}
          onFiles={upload}
        />
      )}
      <p role="alert">{reason}</p>
    </details>
  );
}

interface OffersProps {
  readonly entries: readonly PaletteEntry[];
  readonly onChoose: (entry: PaletteEntry) => void;
  readonly onFiles: (files: readonly File[], entry: PaletteEntry) => void;
}

/** The entries of a palette, with the live example of the one in focus, from the catalogue of the preview. */
function Offers({ entries, onChoose, onFiles }: OffersProps) {
  const t = useTranslations('desk');
  const language = useLocale();
  const frame = useRef<HTMLIFrameElement>(null);
  const addressOf = ({ name, rule }: PaletteEntry) => `/components/${language}?only=${rule.inside?.[0] ?? name}`;
  // Not by `src`: each would be a step of the Back button.
  const show = (entry: PaletteEntry) => frame.current?.contentWindow?.location.replace(addressOf(entry));
  return (
    <div className="desk-offers">
      <ul>
        {entries.map((entry) => (
          <li key={entry.name} onFocus={() => show(entry)} onMouseEnter={() => show(entry)}>
            {entry.accept === null ? (
              <button type="button" onClick={() => onChoose(entry)}>
                {entry.explanation}
              </button>
            ) : (
              <label>
                {entry.explanation}
                <input
                  type="file"
                  multiple
                  accept={entry.accept}
                  onChange={({ target }) => onFiles([...(target.files ?? [])], entry)}
                />
              </label>
            )}
          </li>
        ))}
      </ul>
      <iframe ref={frame} title={t('shown')} src={entries[0] && addressOf(entries[0])} inert />
    </div>
  );
}

/** Whether the vocabulary of the gate allows a component at a place. */
function isOffered(
  { name, rule: { inside, isBand, once } }: PaletteEntry,
  parent: Pair | null,
  holder: PaletteEntry | undefined,
  isWide: boolean,
): boolean {
  if (once) return false;
  if (holder?.rule.holds) return holder.rule.holds.includes(name);
  if (inside) return parent !== null && inside.includes(parent.token);
  return !isBand || (isWide && parent === null);
}
