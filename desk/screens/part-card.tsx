'use client';

import { useTranslations } from 'next-intl';
import { replaced } from '#edit/values.ts';
import { exchanged, withoutPart, withText, withValue } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import { valueId } from '../model/places.ts';
import { useDesk, usePage } from './context.tsx';
import { FieldFindings, useFindingProps } from './findings.tsx';
import { IconButton, Options } from './inputs.tsx';
import { LinkForm, Palette } from './palette.tsx';

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
  const kind = pair.kind === 'component' ? (entry?.explanation ?? pair.name ?? '') : t(`kind.${pair.kind}`);
  const title = `${kind} ${pair.path.map((step) => step + 1).join('.')}`;
  const names = new Set(
    Object.values(pair.parts).flatMap((part) => part?.values.map((value) => value.attribute) ?? []),
  );
  return (
    <>
      <section className="desk-part" data-kind={pair.kind} aria-label={title}>
        <header className="desk-bar">
          <strong>{kind}</strong>
          <Moves pair={pair} level={level} index={index} title={title} />
        </header>
        {[...names].map((attribute) => (
          <div key={attribute ?? 'words'} className="desk-columns">
            {entry?.attributes[attribute ?? '']?.isShared ? (
              <SharedValue pair={pair} attribute={attribute ?? ''} />
            ) : (
              languages.map(({ code }) => <OwnValue key={code} pair={pair} code={code} attribute={attribute} />)
            )}
          </div>
        ))}
        {pair.inside && (
          <div className="desk-inside">
            <Level level={pair.inside} parent={pair} />
          </div>
        )}
        {pair.kind === 'component' && <PartSource pair={pair} title={title} />}
      </section>
      <Palette level={level} behind={pair} parent={parent} />
    </>
  );
}

function Moves({ pair, level, index, title }: Omit<CardProps, 'parent'> & { readonly title: string }) {
  const t = useTranslations('desk');
  const { texts, onTexts } = usePage();
  const isWhole = (other: Pair | undefined) => other && Object.values(other.parts).every(Boolean);
  const [before, after] = [level.pairs[index - 1], level.pairs[index + 1]].map((other) =>
    isWhole(other) && isWhole(pair) ? other : undefined,
  );
  const name = () => `move ${Date.now()}`;
  return (
    <span className="desk-moves">
      {before && (
        <IconButton
          sign="↑"
          name={t('moveUp', { what: title })}
          onClick={() => onTexts(exchanged(texts, before, pair), name())}
        />
      )}
      {after && (
        <IconButton
          sign="↓"
          name={t('moveDown', { what: title })}
          onClick={() => onTexts(exchanged(texts, pair, after), name())}
        />
      )}
      <IconButton
        sign="×"
        name={t('take', { what: title })}
        onClick={() => onTexts(withoutPart(texts, pair), name())}
      />
    </span>
  );
}

/** The source of a component in every language, for what its fields do not show. */
function PartSource({ pair, title }: { readonly pair: Pair; readonly title: string }) {
  const t = useTranslations('desk');
  const { languages, findings } = useDesk();
  const { texts, onTexts } = usePage();
  const ids = languages.map(({ code }) => valueId(pair, code));
  return (
    <details className="desk-quiet" open={ids.some((id) => findings.has(id)) || undefined}>
      <summary aria-label={`${t('source')}: ${title}`}>{t('source')}</summary>
      <div className="desk-columns">
        {languages.map(({ code, name }) => {
          const [id, part, text] = [valueId(pair, code), pair.parts[code], texts[code] ?? ''];
          return (
            part && (
              <div key={code} className="desk-field">
                <label htmlFor={id}>{name}</label>
                <textarea
                  id={id}
                  className="desk-source"
                  spellCheck={false}
                  value={text.slice(part.start, part.end)}
                  onChange={({ target }) => onTexts({ [code]: replaced(text, part, target.value) }, id)}
                />
                <FieldFindings id={id} />
              </div>
            )
          );
        })}
      </div>
    </details>
  );
}

/** A value that is the same in every language: a contact, a kind, a picture. */
function SharedValue({ pair, attribute }: { readonly pair: Pair; readonly attribute: string }) {
  const { languages } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const entry = palette.find(({ name }) => name === pair.name)?.attributes[attribute];
  const first = languages[0]?.code ?? '';
  const id = valueId(pair, first, attribute);
  const valueIn = (code: string) => pair.parts[code]?.values.find((value) => value.attribute === attribute);
  const set = (words: string) => {
    const changed = Object.entries(texts).map(([code, text]) => {
      const value = valueIn(code);
      return [code, value ? withValue(text, value, words) : text];
    });
    onTexts(Object.fromEntries(changed), id);
  };
  const value = valueIn(first)?.text ?? '';
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

interface OwnProps {
  readonly pair: Pair;
  readonly code: string;
  readonly attribute: string | null;
}

/** The words of a part in one language. */
function OwnValue({ pair, code, attribute }: OwnProps) {
  const t = useTranslations('desk');
  const { languages, onVisit } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const { name = code, tag } = languages.find((each) => each.code === code) ?? {};
  const id = valueId(pair, code, attribute);
  const value = pair.parts[code]?.values.find((each) => each.attribute === attribute);
  const entry = palette.find((each) => each.name === pair.name)?.attributes[attribute ?? ''];
  const text = texts[code] ?? '';
  const words = value?.text ?? '';
  const set = (next: string) => {
    const plain = pair.kind === 'heading' ? next.replace(/\s*\n\s*/g, ' ') : next;
    if (pair.kind === 'text') onTexts({ [code]: withText(text, pair, code, plain) }, id);
    else if (value) onTexts({ [code]: withValue(text, value, plain) }, id);
  };
  const props = { id, lang: tag, value: words, onFocus: () => onVisit(code, words), ...useFindingProps(id) };
  return (
    <div className="desk-field">
      <label htmlFor={id}>{attribute === null ? name : `${entry?.label ?? attribute}, ${name}`}</label>
      {pair.kind === 'text' || words.length > 60 ? (
        <textarea {...props} rows={2} onChange={({ target }) => set(target.value)} />
      ) : (
        <input {...props} onChange={({ target }) => set(target.value)} />
      )}
      {pair.kind === 'text' && (
        <LinkForm
          code={code}
          label={t('insertLink')}
          language={name}
          onTarget={(target) => set(withLink(id, words, target))}
        />
      )}
      {entry?.isLink && <LinkForm code={code} label={t('chooseTarget')} language={name} onTarget={set} />}
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
