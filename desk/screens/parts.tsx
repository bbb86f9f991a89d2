'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, Fragment } from 'react';
import { replaced } from '#edit/values.ts';
import { exchanged, withoutPart, withText, withValue } from '../model/edits.ts';
import type { Pair, Pairs } from '../model/pairs.ts';
import { valueId } from '../model/places.ts';
import { useDesk, usePage } from './context.tsx';
import { Simple } from './fields.tsx';
import { Labelled } from './forms.tsx';
import { Moves } from './moves.tsx';
import { Palette } from './palette.tsx';

/** The parts at one level, with a place to add another one after each. */
export function Level({ level, parent }: { readonly level: Pairs; readonly parent: Pair | null }) {
  return (
    <>
      <Palette level={level} behind={null} parent={parent} />
      {level.pairs.map((pair, index) => (
        <Fragment key={pair.path.join('-')}>
          <PartCard pair={pair} level={level} index={index} />
          <Palette level={level} behind={pair} parent={parent} />
        </Fragment>
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
  /** Exchanges a part with the one before it, when each has a text in every language. */
  const exchange = (at: number) => {
    const [first, second] = [level.pairs[at - 1], level.pairs[at]];
    if (!first || !second || [first, second].some(({ parts }) => Object.values(parts).includes(null))) return undefined;
    return () => onTexts(exchanged(texts, first, second), `move ${Date.now()}`);
  };
  return (
    <section className="desk-part" data-kind={pair.kind} aria-label={title} tabIndex={-1}>
      <header className="desk-bar">
        <strong>{kind}</strong>
        <Moves
          what={title}
          moveUp={exchange(index)}
          moveDown={exchange(index + 1)}
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
