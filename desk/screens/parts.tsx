'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { replaced } from '#edit/values.ts';
import { exchanged, withoutPart, withPart, withText, withValue } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import { valueId } from '../model/places.ts';
import type { PaletteEntry } from '../server/content.ts';
import { useAsk } from './ask.ts';
import { useDesk, usePage } from './context.tsx';
import { Moves, Simple } from './fields.tsx';
import { Labelled } from './forms.tsx';

/** The parts at one level, with a place to add another one after each. */
export function Level({ level, parent }: { readonly level: Pairs; readonly parent: Pair | null }) {
  return (
    <>
      <Palette level={level} behind={null} parent={parent} />
      {level.pairs.map((pair, index) => (
        <div key={pair.path.join('-')}>
          <PartCard pair={pair} level={level} index={index} />
          <Palette level={level} behind={pair} parent={parent} />
        </div>
      ))}
    </>
  );
}

interface CardProps {
  readonly pair: Pair;
  readonly level: Pairs;
  readonly index: number;
}

function PartCard({ pair, level, index }: CardProps) {
  const t = useTranslations('desk');
  const { languages, findings } = useDesk();
  const { palette, texts, onTexts } = usePage();
  const entry = palette.find(({ name }) => name === pair.token);
  const kind = pair.kind === 'component' ? (entry?.explanation ?? pair.token) : t(`kind.${pair.kind}`);
  const title = `${kind} ${pair.path.map((step) => step + 1).join('.')}`;
  const names = new Set(
    Object.values(pair.parts).flatMap((part) => part?.values.map((value) => value.attribute) ?? []),
  );
  const before = level.pairs[index - 1];
  const canMove = before && [before, pair].every(({ parts }) => Object.values(parts).every(Boolean));
  return (
    <section className="desk-part" data-kind={pair.kind} aria-label={title}>
      <header className="desk-bar">
        <strong>{kind}</strong>
        <Moves
          what={title}
          up={canMove && (() => onTexts(exchanged(texts, before, pair), `move ${Date.now()}`))}
          take={() => onTexts(withoutPart(texts, pair), `take ${Date.now()}`)}
        />
      </header>
      <PartFields pair={pair} attributes={[...names]} />
      {pair.inside && (
        <div className="desk-inside">
          <Level level={pair.inside} parent={pair} />
        </div>
      )}
      {pair.kind === 'component' && (
        <details
          className="desk-quiet"
          open={languages.some(({ code }) => findings.has(valueId(pair, code))) || undefined}
        >
          <summary aria-label={`${t('source')}: ${title}`}>{t('source')}</summary>
          <PartFields pair={pair} attributes={[undefined]} />
        </details>
      )}
    </section>
  );
}

interface FieldsProps {
  readonly pair: Pair;
  /** Null for the words between tags, undefined for the source. */
  readonly attributes: readonly (string | null | undefined)[];
}

/** Values of a part in every language, for what its fields do not show its source. */
function PartFields({ pair, attributes }: FieldsProps) {
  const { languages } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const entry = palette.find(({ name }) => name === pair.token);
  const fieldOf = (attribute: string | null | undefined, code: string, name: string, lang: string) => {
    const known = entry?.attributes[attribute ?? ''];
    const [text = '', part, id] = [texts[code], pair.parts[code], valueId(pair, code, attribute)];
    const value = part?.values.find((each) => each.attribute === attribute);
    const changed = (next: string) => {
      if (pair.kind === 'text') return withText(text, pair, code, next);
      if (attribute === undefined) return part ? replaced(text, part, next) : text;
      return value ? withValue(text, value, next) : text;
    };
    const label = [known?.label ?? attribute, name].filter(Boolean).join(', ');
    const words = attribute === undefined ? 'source' : pair.kind === 'text' ? 'prose' : 'text';
    return (
      <div key={code}>
        <Simple
          id={id}
          field={{ name: '', label, required: true, control: known?.control ?? { kind: words }, lang }}
          path={[]}
          value={attribute === undefined ? text.slice(part?.start, part?.end) : value?.text}
          onChange={(_, next) => onTexts({ [code]: changed(String(next)) }, id)}
        />
        {pair.kind === 'text' && <LinkForm id={id} label={label} code={code} />}
      </div>
    );
  };
  return attributes.map((attribute) => (
    <div key={String(attribute)} className="desk-columns">
      {languages.map(({ code, name, tag }) => fieldOf(attribute, code, name, tag))}
    </div>
  ));
}

interface LinkProps {
  /** The field that gets the link, its name and its language. */
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/** Makes a link of the selected words of a field, to a page, a section or a contact by its name, or to an address with https. */
function LinkForm({ id, label, code }: LinkProps) {
  const t = useTranslations('desk');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = document.getElementById(id) as HTMLTextAreaElement;
    const words = field.value.slice(field.selectionStart, field.selectionEnd);
    field.setRangeText(`[${words}](${new FormData(event.currentTarget).get('target')})`);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    event.currentTarget.reset();
  };
  const target = {
    list: `targets-${code}`,
    pattern: '(page|contact):\\S+|https:\\/\\/\\S+\\.\\S+',
    title: t('noTarget'),
  };
  return (
    <details className="desk-quiet">
      <summary aria-label={`${t('insertLink')}, ${label}`}>{t('insertLink')}</summary>
      <form onSubmit={submit} className="desk-bar">
        <Labelled label={t('linkTo')} name="target" required autoComplete="off" {...target} />
        <button type="submit">{t('insertLink')}</button>
      </form>
    </details>
  );
}

interface PaletteProps {
  readonly level: Pairs;
  /** The part before the new one; null at the start of the level. */
  readonly behind: Pair | null;
  readonly parent: Pair | null;
}

/** What may be added at a place, in all languages at once. A component with a file begins with the choice of that file. */
function Palette({ level, behind, parent }: PaletteProps) {
  const t = useTranslations('desk');
  const ask = useAsk();
  const { key, texts, onTexts, palette, isWide } = usePage();
  const [reason, setReason] = useState('');
  const holder = palette.find(({ name }) => name === parent?.token);
  const add = (sources: Texts) => onTexts(withPart(texts, level, behind, sources), `add ${Date.now()}`);
  // The texts may change while a file is sent.
  const addNow = useRef(add);
  addNow.current = add;
  /** Puts files beside the page; one whose name ends with a language, as in `report-nl.pdf`, is for that language. */
  const upload = async (files: readonly File[], sources: Texts) => {
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
    if (names.length > 0) addNow.current(Object.fromEntries(named));
  };
  return (
    <details className="desk-palette">
      <summary>{t('addHere')}</summary>
      <ul>
        {palette
          .filter((entry) => isOffered(entry, parent, holder, isWide))
          .map(({ name, explanation, sources, accept }) => (
            <li key={name}>
              {accept === null ? (
                <button type="button" onClick={() => add(sources)}>
                  {explanation}
                </button>
              ) : (
                <label>
                  {explanation}
                  <input
                    type="file"
                    multiple
                    accept={accept}
                    onChange={({ target }) => upload([...(target.files ?? [])], sources)}
                  />
                </label>
              )}
            </li>
          ))}
      </ul>
      <p role="alert">{reason}</p>
    </details>
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
