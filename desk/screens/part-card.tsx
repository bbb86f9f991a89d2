'use client';

import { useTranslations } from 'next-intl';
import { exchanged, withoutPart, withText, withValue } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { Value } from '../model/parts.ts';
import { useDesk } from './context.tsx';
import { FieldFindings, useFindingProps } from './findings.tsx';
import { LinkButton } from './link-dialog.tsx';
import { usePage } from './page-context.tsx';
import { Palette } from './palette.tsx';
import { Options } from './simple-field.tsx';

/** The id of a value of a part in a language, by which its findings are found. */
export function valueId({ path }: Pair, code: string, attribute: string | null): string {
  return ['part', ...path, code, attribute ?? 'words'].join('-');
}

/** The parts at one level, with a place to add another one after each. */
export function Level({ level, parent }: { readonly level: Pairs; readonly parent: Pair | null }) {
  return (
    <>
      <Palette level={level} behind={null} parent={parent} />
      {level.pairs.map((pair, index) => (
        <PartCard key={pair.path.join('-')} pair={pair} level={level} index={index} parent={parent} />
      ))}
    </>
  );
}

interface CardProps {
  readonly pair: Pair;
  readonly level: Pairs;
  readonly index: number;
  readonly parent: Pair | null;
}

function PartCard({ pair, level, index, parent }: CardProps) {
  const t = useTranslations('desk');
  const { languages } = useDesk();
  const { palette } = usePage();
  const entry = palette.find(({ name }) => name === pair.name);
  const title = pair.kind === 'component' ? (entry?.explanation ?? pair.name ?? '') : t(`kind.${pair.kind}`);
  const [example] = Object.values(pair.parts).flatMap((part) => part ?? []);
  const shared = (example?.values ?? []).filter(({ attribute }) => entry?.attributes[attribute ?? '']?.isShared);
  const own = (example?.values ?? []).filter((value) => !shared.includes(value));
  return (
    <>
      <section
        className="desk-part"
        data-kind={pair.kind}
        aria-label={`${title} ${pair.path.map((step) => step + 1).join('.')}`}
      >
        <header className="desk-bar">
          <strong>{title}</strong>
          <Moves pair={pair} level={level} index={index} title={title} />
        </header>
        {shared.map(({ attribute }) => (
          <SharedValue key={attribute} pair={pair} attribute={attribute ?? ''} />
        ))}
        {own.map(({ attribute }) => (
          <div key={attribute ?? 'words'} className="desk-columns">
            {languages.map(({ code }) => (
              <OwnValue key={code} pair={pair} code={code} attribute={attribute} />
            ))}
          </div>
        ))}
        {pair.inside && (
          <div className="desk-inside">
            <Level level={pair.inside} parent={pair} />
          </div>
        )}
      </section>
      <Palette level={level} behind={pair} parent={parent} />
    </>
  );
}

function Moves({ pair, level, index, title }: Omit<CardProps, 'parent'> & { readonly title: string }) {
  const t = useTranslations('desk');
  const { texts, onTexts } = usePage();
  const [before, after] = [level.pairs[index - 1], level.pairs[index + 1]];
  const canMove = (other: Pair | undefined) =>
    other &&
    Object.values({ ...other.parts, ...pair.parts }).every(Boolean) &&
    Object.values(pair.parts).every(Boolean);
  return (
    <span className="desk-moves">
      {before && canMove(before) && (
        <button
          type="button"
          aria-label={t('moveUp', { what: title })}
          onClick={() => onTexts(exchanged(texts, before, pair), `up ${Date.now()}`)}
        >
          ↑
        </button>
      )}
      {after && canMove(after) && (
        <button
          type="button"
          aria-label={t('moveDown', { what: title })}
          onClick={() => onTexts(exchanged(texts, pair, after), `down ${Date.now()}`)}
        >
          ↓
        </button>
      )}
      <button
        type="button"
        aria-label={t('take', { what: title })}
        onClick={() => onTexts(withoutPart(texts, pair), `take ${Date.now()}`)}
      >
        ×
      </button>
    </span>
  );
}

/** A value that is the same in every language: a contact, a kind, a picture. */
function SharedValue({ pair, attribute }: { readonly pair: Pair; readonly attribute: string }) {
  const { languages } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const entry = palette.find(({ name }) => name === pair.name)?.attributes[attribute];
  const [first] = languages;
  const id = valueId(pair, first?.code ?? '', attribute);
  const valueIn = (code: string) => pair.parts[code]?.values.find((value) => value.attribute === attribute);
  const set = (words: string) => {
    const changed = Object.entries(texts).map(([code, text]) => {
      const value = valueIn(code);
      return [code, value ? withValue(text, value, words) : text];
    });
    onTexts(Object.fromEntries(changed), id);
  };
  const value = valueIn(first?.code ?? '')?.text ?? '';
  const props = { id, value, ...useFindingProps(id) };
  return (
    <div className="desk-field">
      <label htmlFor={id}>{entry?.label ?? attribute}</label>
      {entry?.options ? (
        <select {...props} onChange={({ target }) => set(target.value)}>
          {!entry.options.some((option) => option.value === value) && <option value={value}>{value}</option>}
          <Options options={entry.options} />
        </select>
      ) : (
        <input {...props} onChange={({ target }) => set(target.value)} />
      )}
      {languages.map(({ code }) => (
        <FieldFindings key={code} id={valueId(pair, code, attribute)} />
      ))}
    </div>
  );
}

/** The words of a part in one language. */
function OwnValue({
  pair,
  code,
  attribute,
}: {
  readonly pair: Pair;
  readonly code: string;
  readonly attribute: string | null;
}) {
  const t = useTranslations('desk');
  const { languages, onVisit } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const language = languages.find((each) => each.code === code);
  const id = valueId(pair, code, attribute);
  const part = pair.parts[code];
  const value: Value | undefined = part?.values.find((each) => each.attribute === attribute);
  const entry = attribute === null ? undefined : palette.find(({ name }) => name === pair.name)?.attributes[attribute];
  const text = texts[code] ?? '';
  const set = (words: string) => {
    const next =
      pair.kind === 'text'
        ? withText(text, pair, code, words)
        : value
          ? withValue(text, value, pair.kind === 'heading' ? words.replace(/\s*\n\s*/g, ' ') : words)
          : text;
    onTexts({ [code]: next }, id);
  };
  const words = value?.text ?? '';
  const isLong = pair.kind === 'text' || words.length > 60;
  const label =
    attribute === null ? (language?.name ?? code) : `${entry?.label ?? attribute}, ${language?.name ?? code}`;
  const visit = () => onVisit(code, part?.start ?? pair.after[code] ?? null);
  const props = { id, lang: language?.tag, value: words, onFocus: visit, ...useFindingProps(id) };
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...props} rows={rowsOf(words)} onChange={({ target }) => set(target.value)} />
      ) : (
        <input {...props} onChange={({ target }) => set(target.value)} />
      )}
      {pair.kind === 'text' && (
        <LinkButton
          field={id}
          code={code}
          label={t('insertLink')}
          onTarget={(target) => set(withLink(id, words, target))}
        />
      )}
      {entry?.isLink && (
        <LinkButton field={id} code={code} label={t('chooseTarget')} onTarget={(target) => set(target)} />
      )}
      <FieldFindings id={id} />
    </div>
  );
}

/** Makes a link of the selected words of a field; without a selection, an empty link at the cursor. */
function withLink(id: string, words: string, target: string): string {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return words;
  const { selectionStart, selectionEnd } = field;
  const selected = words.slice(selectionStart, selectionEnd);
  return `${words.slice(0, selectionStart)}[${selected}](${target})${words.slice(selectionEnd)}`;
}

const rowsOf = (words: string) =>
  Math.min(
    24,
    words.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 62), 1),
  );
