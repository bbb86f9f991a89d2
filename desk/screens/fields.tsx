'use client';

import { useTranslations } from 'next-intl';
import type { ValuePath } from '#edit/values.ts';
import { idOf } from '../model/places.ts';
import type { Control, FormField } from '../server/form.ts';
import { useDesk } from './context.tsx';
import { FieldFindings } from './findings.tsx';
import { type FieldProps, Moves, Options, Simple } from './inputs.tsx';

type ControlProps<Kind extends Control['kind']> = FieldProps & {
  readonly control: Extract<Control, { readonly kind: Kind }>;
};

const largeKinds: readonly Control['kind'][] = ['group', 'entries', 'named', 'translated', 'choices'];

/** A field with its name and explanation; one that is empty and not required is closed. */
export function Field({ field, order = [], ...rest }: FieldProps & { readonly field: FormField }) {
  const t = useTranslations('desk');
  const { control, label, help, required } = field;
  const { path, value, onChange } = rest;
  if (!largeKinds.includes(control.kind)) return <Simple field={field} order={order} {...rest} />;
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
      {help !== '' && <p className="desk-help">{help}</p>}
      <Large control={control} {...rest} />
      <FieldFindings id={idOf(path)} />
      {!required && (
        <button type="button" className="desk-quiet" onClick={() => onChange(path, undefined, order)}>
          {t('removeField', { label })}
        </button>
      )}
    </fieldset>
  );
}

/** A control that holds other fields. */
export function Large({ control, ...rest }: FieldProps & { readonly control: Control }) {
  switch (control.kind) {
    case 'group':
      return <Group control={control} {...rest} />;
    case 'translated':
      return <Translated control={control} {...rest} />;
    case 'entries':
    case 'named':
      return <Entries control={control} {...rest} />;
    case 'choices':
      return <Choices control={control} {...rest} />;
    default:
      return <Simple field={{ name: '', label: '', help: '', required: true, control }} {...rest} />;
  }
}

function Group({ control: { fields }, value, path, ...rest }: ControlProps<'group'>) {
  const order = fields.map(({ name }) => name);
  const values = (value ?? {}) as Record<string, unknown>;
  return fields.map((field) => (
    <Field
      key={field.name}
      {...rest}
      field={field}
      path={[...path, field.name]}
      value={values[field.name]}
      order={order}
    />
  ));
}

function Translated({ control: { each }, value, path, onChange }: ControlProps<'translated'>) {
  const { languages } = useDesk();
  const values = (value ?? {}) as Record<string, unknown>;
  return (
    <div className="desk-columns">
      {languages.map(({ code, name, tag }) => (
        <Field
          key={code}
          field={{ name: code, label: name, help: '', required: true, control: each }}
          path={[...path, code]}
          value={values[code]}
          order={languages.map((language) => language.code)}
          onChange={onChange}
          lang={tag}
        />
      ))}
    </div>
  );
}

/** A list of entries, or entries by name. Each is closed when there are many. */
function Entries({ control: { kind, each }, value, path, onChange }: ControlProps<'entries' | 'named'>) {
  const t = useTranslations('desk');
  const names = Object.keys((value ?? []) as object);
  const stepOf = (name: string) => (kind === 'entries' ? Number(name) : name);
  const next = kind === 'entries' ? names.length : nextName(names);
  const set = (at: ValuePath, entry: unknown) => onChange([...path, ...at], entry, []);
  return (
    <>
      {names.map((name, index) => {
        const entry = (value as Record<string, unknown>)[name];
        const title = kind === 'entries' ? t('entry', { number: index + 1 }) : name;
        const at = [...path, stepOf(name)];
        return (
          <details key={name} id={idOf(at)} className="desk-entry" open={names.length < 6 || undefined}>
            <summary>
              {title} <small>{firstWords(entry)}</small>
            </summary>
            <Large control={each} value={entry} path={at} onChange={onChange} />
            <FieldFindings id={idOf(at)} />
            <Moves
              what={title}
              up={kind === 'entries' && index > 0 ? () => set([], raised(value as unknown[], index)) : undefined}
              take={() => set([stepOf(name)], undefined)}
            />
          </details>
        );
      })}
      <button type="button" onClick={() => set([next], emptyOf(each))}>
        {t('addEntry')}
      </button>
    </>
  );
}

/** A list with one entry exchanged with the one before it. */
function raised<T>(list: readonly T[], index: number): T[] {
  const moved = list.slice(index, index + 1);
  return list.toSpliced(index, 1).toSpliced(index - 1, 0, ...moved);
}

/** `Q32` after `Q31`. */
function nextName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0] ?? 0));
  return `${/^\D*/.exec(names[0] ?? '')?.[0] || 'Q'}${Math.max(0, ...numbers) + 1}`;
}

/** The first text in a value, to recognise a closed entry by. */
function firstWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.slice(0, 60) : '';
  return Object.values(value).map(firstWords).find(Boolean) ?? '';
}

/** Several values in their order. */
function Choices({ control: { options }, value, path, onChange }: ControlProps<'choices'>) {
  const t = useTranslations('desk');
  const chosen = ((value ?? []) as unknown[]).map(String);
  const set = (next: readonly string[]) => onChange(path, next.length > 0 ? next : undefined, []);
  const labelOf = (each: string) => options.find((option) => option.value === each)?.label ?? each;
  return (
    <>
      <ol>
        {chosen.map((each, index) => (
          <li key={each}>
            {labelOf(each)}{' '}
            <Moves
              what={labelOf(each)}
              up={index > 0 ? () => set(raised(chosen, index)) : undefined}
              take={() => set(chosen.filter((other) => other !== each))}
            />
          </li>
        ))}
      </ol>
      <select aria-label={t('choose')} value="" onChange={({ target }) => set([...chosen, target.value])}>
        <option value="">{t('choose')}</option>
        <Options options={options.filter((option) => !chosen.includes(option.value))} />
      </select>
    </>
  );
}

/** What a field begins with: enough for the gate to name what is missing. */
function emptyOf(control: Control): unknown {
  if (control.kind === 'translated' || control.kind === 'named') return {};
  if (control.kind === 'entries') return [emptyOf(control.each)];
  if (control.kind === 'choices' || control.kind === 'lines') return [];
  if (control.kind === 'check') return false;
  if (control.kind !== 'group') return '';
  const required = control.fields.filter((field) => field.required);
  const shown = required.length > 0 ? required : control.fields.slice(0, 1);
  return Object.fromEntries(shown.map((field) => [field.name, emptyOf(field.control)]));
}
