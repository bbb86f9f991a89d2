'use client';

import { useTranslations } from 'next-intl';
import { replaced } from '#edit/values.ts';
import { exchanged, withoutPart, withText, withValue } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import { valueId } from '../model/places.ts';
import type { Control } from '../server/form.ts';
import { useDesk, usePage } from './context.tsx';
import { Moves, Simple, SourceText } from './inputs.tsx';
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
          <PartMoves pair={pair} level={level} index={index} title={title} />
        </header>
        {[...names].map((attribute) => (
          <div key={attribute ?? 'words'} className="desk-columns">
            {entry?.attributes[attribute ?? '']?.isShared ? (
              <PartValue pair={pair} attribute={attribute} codes={languages.map(({ code }) => code)} />
            ) : (
              languages.map(({ code }) => <PartValue key={code} pair={pair} attribute={attribute} codes={[code]} />)
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

function PartMoves({ pair, level, index, title }: Omit<CardProps, 'parent'> & { readonly title: string }) {
  const { texts, onTexts } = usePage();
  const isWhole = (other: Pair | undefined) => other && Object.values(other.parts).every(Boolean);
  const [before, after] = [level.pairs[index - 1], level.pairs[index + 1]].map((other) =>
    isWhole(other) && isWhole(pair) ? other : undefined,
  );
  const set = (next: Texts) => onTexts(next, `move ${Date.now()}`);
  return (
    <Moves
      what={title}
      up={before && (() => set(exchanged(texts, before, pair)))}
      down={after && (() => set(exchanged(texts, pair, after)))}
      take={() => set(withoutPart(texts, pair))}
    />
  );
}

/** The source of a component in every language, for what its fields do not show. */
function PartSource({ pair, title }: { readonly pair: Pair; readonly title: string }) {
  const t = useTranslations('desk');
  const { languages, findings } = useDesk();
  const { texts, onTexts } = usePage();
  const isOpen = languages.some(({ code }) => findings.has(valueId(pair, code)));
  return (
    <details className="desk-quiet" open={isOpen || undefined}>
      <summary aria-label={`${t('source')}: ${title}`}>{t('source')}</summary>
      <div className="desk-columns">
        {languages.map(({ code, name }) => {
          const [id, part, text] = [valueId(pair, code), pair.parts[code], texts[code] ?? ''];
          if (!part) return null;
          const onChange = (source: string) => onTexts({ [code]: replaced(text, part, source) }, id);
          return (
            <SourceText key={code} id={id} label={name} value={text.slice(part.start, part.end)} onChange={onChange} />
          );
        })}
      </div>
    </details>
  );
}

interface ValueProps {
  readonly pair: Pair;
  readonly attribute: string | null;
  /** The languages that have this value: one of them, or all. */
  readonly codes: readonly string[];
}

/** A value of a part: words in one language, or what all languages share, such as a contact. */
function PartValue({ pair, attribute, codes }: ValueProps) {
  const t = useTranslations('desk');
  const { languages } = useDesk();
  const { texts, onTexts, palette } = usePage();
  const [code = ''] = codes;
  const id = valueId(pair, code, attribute);
  const { name = code, tag } = languages.find((each) => each.code === code) ?? {};
  const entry = palette.find((each) => each.name === pair.name)?.attributes[attribute ?? ''];
  const valueIn = (each: string) => pair.parts[each]?.values.find((value) => value.attribute === attribute);
  const words = valueIn(code)?.text ?? '';
  const set = (next: string) => {
    const plain = pair.kind === 'heading' ? next.replace(/\s*\n\s*/g, ' ') : next;
    const changed = codes.map((each) => {
      const [text, value] = [texts[each] ?? '', valueIn(each)];
      if (pair.kind === 'text') return [each, withText(text, pair, each, plain)];
      return [each, value ? withValue(text, value, plain) : text];
    });
    onTexts(Object.fromEntries(changed), id);
  };
  const names = [attribute === null ? '' : (entry?.label ?? attribute), codes.length === 1 ? name : ''];
  const isLong = pair.kind === 'text' || words.length > 60;
  const control: Control = entry?.options
    ? { kind: 'choice', options: entry.options }
    : { kind: isLong ? 'prose' : 'line' };
  const link = { code, language: name };
  return (
    <div>
      <Simple
        id={id}
        field={{ name: '', label: names.filter(Boolean).join(', '), help: '', required: true, control }}
        path={[]}
        value={words}
        onChange={(_, next) => set(String(next))}
        lang={codes.length === 1 ? tag : undefined}
      />
      {pair.kind === 'text' && (
        <LinkForm {...link} label={t('insertLink')} onTarget={(target) => set(withLink(id, words, target))} />
      )}
      {entry?.isLink && <LinkForm {...link} label={t('chooseTarget')} onTarget={set} />}
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
