'use client';

import { useTranslations } from 'next-intl';
import { type TextareaHTMLAttributes, useId } from 'react';
import type { ValuePath } from '#edit/values.ts';
import { idOf, sourceId } from '../model/places.ts';
import type { Control, FormField } from '../server/form.ts';
import { useDesk } from './context.tsx';
import { FieldFindings } from './findings.tsx';
import { Options } from './forms.tsx';
import { Moves } from './moves.tsx';

/** What a field shows, and what happens when it changes. Undefined removes the field. */
interface FieldProps {
  readonly field: FormField;
  readonly path: ValuePath;
  readonly value: unknown;
  /** The names of the fields beside it. */
  readonly order?: readonly string[];
  readonly onChange: (path: ValuePath, value: unknown, order: readonly string[]) => void;
}

/** A field with one control, its explanation and its findings. */
export function Simple({
  field: { label, help = '', control, required, lang },
  path,
  value,
  order = [],
  onChange,
  id = idOf(path),
}: FieldProps & { readonly id?: string }) {
  const t = useTranslations('desk');
  const { onVisit, languages, findings } = useDesk();
  const helpId = useId();
  const own = findings.get(id) ?? [];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const code = languages.find(({ tag }) => tag === lang)?.code;
  const described = [help === '' ? [] : helpId, own.length > 0 ? `${id}-findings` : []].flat().join(' ');
  return (
    <div className="desk-field">
      {label !== '' && (
        <label htmlFor={id}>
          {label} {!required && t('optional')}
        </label>
      )}
      {help !== '' && (
        <p className="desk-help" id={helpId}>
          {help}
        </p>
      )}
      <Input
        id={id}
        lang={lang}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={own.some(({ severity }) => severity === 'error') || undefined}
        onFocus={() => code && onVisit(code, text)}
        control={control}
        text={text}
        value={value}
        onValue={(next) => onChange(path, next === '' && !required ? undefined : next, order)}
      />
      <FieldFindings id={id} />
    </div>
  );
}

type Common = Pick<
  TextareaHTMLAttributes<never>,
  'id' | 'lang' | 'required' | 'aria-describedby' | 'aria-invalid' | 'onFocus'
>;

interface InputProps extends Common, Pick<FormField, 'control'> {
  readonly text: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** The native control for a value. */
function Input({ control, text, value, onValue, ...common }: InputProps) {
  const t = useTranslations('desk');
  switch (control.kind) {
    case 'check': {
      const set = (isChecked: boolean) => onValue(isChecked || (common.required ? false : undefined));
      const own = { ...common, required: false, type: 'checkbox', checked: value === true };
      return <input {...own} onChange={({ target }) => set(target.checked)} />;
    }
    case 'choice':
      return (
        <select {...common} value={text} onChange={({ target }) => onValue(target.value)}>
          {(!common.required || text === '') && <option value="">{t('none')}</option>}
          {text !== '' && !control.options.some((option) => option.value === text) && <option>{text}</option>}
          <Options options={control.options} />
        </select>
      );
    case 'prose':
    case 'source':
    case 'text': {
      const plain = (words: string) => (control.kind === 'text' ? words.replace(/\s*\n\s*/g, ' ') : words);
      const look = control.kind === 'source' && { className: 'desk-source', spellCheck: false };
      return (
        <textarea
          {...common}
          {...look}
          rows={control.kind === 'text' ? 1 : 2}
          value={text}
          onChange={({ target }) => onValue(plain(target.value))}
        />
      );
    }
    default: {
      const type = ['line', 'link'].includes(control.kind) ? 'text' : control.kind;
      const list = control.kind === 'link' ? `targets-${common.lang?.slice(0, 2)}` : undefined;
      const read = ({ value: words }: HTMLInputElement) => (type === 'number' && words ? Number(words) : words);
      return (
        <input {...common} type={type} list={list} value={text} onChange={({ target }) => onValue(read(target))} />
      );
    }
  }
}

/** The whole text of a file, for what cannot be shown as fields. */
export function FileSource({ file, label }: { readonly file: string; readonly label: string }) {
  const { texts, change } = useDesk().editor;
  return (
    <Simple
      id={sourceId(file)}
      field={{ name: '', label, required: true, control: { kind: 'source' } }}
      path={[]}
      value={texts[file]}
      onChange={(_, text) => change({ [file]: String(text) }, `source ${file}`)}
    />
  );
}

/** A field with its name and explanation; one that is empty, not required and holds other fields is closed. */
function Field({ field, path, value, order = [], onChange }: FieldProps) {
  const t = useTranslations('desk');
  const { control, label, help, required } = field;
  if (!isLarge(control)) return <Simple {...{ field, path, value, order, onChange }} />;
  if (value === undefined && !required) {
    return (
      <p>
        <button type="button" onClick={() => onChange(path, emptyOf(control), order)}>
          {t('addField', { label })}
        </button>
      </p>
    );
  }
  return (
    <fieldset className="desk-group" id={idOf(path)}>
      <legend>{label}</legend>
      {help && <p className="desk-help">{help}</p>}
      <Inside {...{ field, path, value, onChange }} />
      <FieldFindings id={idOf(path)} />
      {!required && (
        <button type="button" className="desk-quiet" onClick={() => onChange(path, undefined, order)}>
          {t('removeField', { label })}
        </button>
      )}
    </fieldset>
  );
}

/** What a field holds, without its name. */
export function Inside({ field, path, value, onChange }: FieldProps) {
  const { control } = field;
  const values = (value ?? {}) as Record<string, unknown>;
  if ('each' in control) return <Entries {...{ field, control, path, value, onChange }} />;
  if (control.kind !== 'group') return <Simple {...{ field, path, value, onChange }} />;
  const order = control.fields.map(({ name }) => name);
  return (
    <div className={control.inColumns ? 'desk-columns' : undefined}>
      {control.fields.map((each) => (
        <Field
          key={each.name}
          field={each}
          path={[...path, each.name]}
          value={values[each.name]}
          order={order}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

type Entries = Extract<Control, { readonly each: Control }>;

/** A list of entries, or entries by name. Those that hold other fields are closed when there are many. */
function Entries({ control: { kind, each }, path, value, onChange }: FieldProps & { readonly control: Entries }) {
  const t = useTranslations('desk');
  const names = Object.keys((value ?? []) as object);
  const isList = kind === 'entries';
  /** Exchanges an entry of a list with the one before it. */
  const exchange = (at: number) => {
    if (!isList || at === 0 || at === names.length) return undefined;
    const list = value as readonly unknown[];
    return () => onChange(path, list.toSpliced(at - 1, 2, list[at], list[at - 1]), []);
  };
  const next = isList ? names.length : nextName(names);
  return (
    <>
      {names.map((name, index) => {
        const entry = (value as Record<string, unknown>)[name];
        const label = isList ? t('entry', { number: index + 1 }) : name;
        const at = [...path, isList ? index : name];
        const inside = { field: { name, label, required: true, control: each }, path: at, value: entry, onChange };
        const moves = (
          <Moves
            what={label}
            moveUp={exchange(index)}
            moveDown={exchange(index + 1)}
            take={() => onChange(at, undefined, [])}
          />
        );
        return isLarge(each) ? (
          <details key={name} id={idOf(at)} className="desk-entry" open={names.length < 6 || undefined}>
            <summary>
              {label} <small>{firstWords(entry, each)}</small>
            </summary>
            <Inside {...inside} />
            <FieldFindings id={idOf(at)} />
            {moves}
          </details>
        ) : (
          <div key={name} className="desk-entry desk-bar">
            <Inside {...inside} />
            {moves}
          </div>
        );
      })}
      <button type="button" onClick={() => onChange([...path, next], emptyOf(each), [])}>
        {t('addEntry')}
      </button>
    </>
  );
}

const isLarge = (control: Control) => control.kind === 'group' || 'each' in control;

/** `Q32` after `Q31`. */
function nextName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0] ?? 0));
  return `${/^\D*/.exec(names[0] ?? '')?.[0] || 'Q'}${Math.max(0, ...numbers) + 1}`;
}

/** The first words in a value, as its fields show them, to recognise a closed entry by. */
function firstWords(value: unknown, control: Control): string {
  const values = (value ?? {}) as Readonly<Record<string, unknown>>;
  const first = (words: readonly string[]) => words.find(Boolean) ?? '';
  if (control.kind === 'group') return first(control.fields.map((each) => firstWords(values[each.name], each.control)));
  if ('each' in control) return first(Object.values(values).map((each) => firstWords(each, control.each)));
  const chosen = control.kind === 'choice' && control.options.find((option) => option.value === value)?.label;
  return chosen || (typeof value === 'string' ? value.slice(0, 60) : '');
}

/** What a field begins with: enough for the gate to name what is missing. */
function emptyOf(control: Control): unknown {
  if (control.kind === 'named') return {};
  if (control.kind === 'entries') return [emptyOf(control.each)];
  if (control.kind === 'check') return false;
  if (control.kind !== 'group') return '';
  const required = control.fields.filter((field) => field.required);
  const shown = required.length > 0 ? required : control.fields.slice(0, 1);
  return Object.fromEntries(shown.map((field) => [field.name, emptyOf(field.control)]));
}
