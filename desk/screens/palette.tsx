'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { withPart } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import type { PaletteEntry } from '../server/content.ts';
import { ask } from './ask.ts';
import { useDesk, usePage } from './context.tsx';

interface PaletteProps {
  readonly level: Pairs;
  /** The part before the new one; null at the start of the level. */
  readonly behind: Pair | null;
  readonly parent: Pair | null;
}

/** What may be added at a place, in all languages at once. A component with a file begins with the choice of that file. */
export function Palette({ level, behind, parent }: PaletteProps) {
  const t = useTranslations('desk');
  const { languages, language } = useDesk();
  const { key, texts, onTexts, palette, isWide } = usePage();
  // The texts may change while a file is sent.
  const now = useRef({ texts, onTexts, level, behind });
  now.current = { texts, onTexts, level, behind };
  const [reason, setReason] = useState<string | null>(null);
  const holder = palette.find(({ name }) => name === parent?.name);
  const add = (sources: Texts) => {
    const { current } = now;
    current.onTexts(withPart(current.texts, current.level, current.behind, sources), `add ${Date.now()}`);
  };
  const inEach = (words: string) => Object.fromEntries(languages.map(({ code }) => [code, words]));
  /** Puts files beside the page; one whose name ends with a language, as in `report-nl.pdf`, is for that language. */
  const upload = async (files: readonly File[], sources: Texts) => {
    const names: string[] = [];
    for (const file of files) {
      const input = { key, name: file.name, base64: await base64Of(file) };
      const answer = await ask<{ name: string }>(language, 'upload', input);
      setReason(answer.ok ? null : (answer.reason ?? t('status.unreachable')));
      if (!answer.ok) return;
      names.push(answer.value.name);
    }
    const named = Object.entries(sources).map(([code, source]) => {
      const own = names.find((name) => name.replace(/\.\w+$/, '').endsWith(`-${code}`)) ?? names[0] ?? '';
      return [code, source.replace(/(?<= file=")[^"]*/, () => own)];
    });
    if (names.length > 0) add(Object.fromEntries(named));
  };
  return (
    <details className="desk-palette">
      <summary>{t('addHere')}</summary>
      <ul>
        {!holder?.rule.holds && (
          <>
            <Choice words={t('kind.heading')} onChoose={() => add(inEach(`## ${t('newHeading')}`))} />
            <Choice words={t('kind.text')} onChoose={() => add(inEach(t('newText')))} />
          </>
        )}
        {palette
          .filter((entry) => isOffered(entry, parent, holder, isWide))
          .map(({ name, explanation, sources, accept }) =>
            accept === null ? (
              <Choice key={name} words={explanation} onChoose={() => add(sources)} />
            ) : (
              <li key={name}>
                <label>
                  {explanation}
                  <input
                    type="file"
                    multiple
                    accept={accept}
                    onChange={({ target }) => upload([...(target.files ?? [])], sources)}
                  />
                </label>
              </li>
            ),
          )}
      </ul>
      {reason !== null && <p role="alert">{reason}</p>}
    </details>
  );
}

function Choice({ words, onChoose }: { readonly words: string; readonly onChoose: () => void }) {
  return (
    <li>
      <button type="button" onClick={onChoose}>
        {words}
      </button>
    </li>
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
  if (inside) return parent?.name != null && inside.includes(parent.name);
  return !isBand || (isWide && parent === null);
}

function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).replace(/^.*?,/, ''));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}

interface LinkProps {
  /** The language of the field that gets the link: its code and its name. */
  readonly code: string;
  readonly language: string;
  readonly label: string;
  readonly onTarget: (target: string) => void;
}

/** Chooses a page, a section or a contact by its name, or takes an address with https. */
export function LinkForm({ code, language, label, onTarget }: LinkProps) {
  const t = useTranslations('desk');
  const { targets } = usePage();
  const listId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.elements.namedItem('target') as HTMLInputElement;
    const words = input.value.trim();
    const isWeb = /^https:\/\/\S+\.\S+$/.test(words);
    const target = isWeb ? words : targets[code]?.find((each) => each.label === words)?.value;
    input.setCustomValidity(target === undefined ? t('noTarget') : '');
    input.reportValidity();
    if (target === undefined) return;
    onTarget(target);
    event.currentTarget.reset();
  };
  return (
    <details className="desk-quiet">
      <summary aria-label={`${label}, ${language}`}>{label}</summary>
      <form onSubmit={submit} className="desk-bar">
        <label>
          {t('linkTo')}
          <input
            name="target"
            required
            list={listId}
            autoComplete="off"
            onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
          />
        </label>
        <datalist id={listId}>
          {targets[code]?.map((each) => (
            <option key={each.value} value={each.label} />
          ))}
        </datalist>
        <button type="submit">{label}</button>
      </form>
    </details>
  );
}
