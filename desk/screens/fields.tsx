'use client';

import { useTranslations } from 'next-intl';
import type { Control, FormField } from '../model/form.ts';
import { Choices } from './choices.tsx';
import { useDesk } from './context.tsx';
import { FieldFindings } from './findings.tsx';
import { type FieldProps, idOf, Simple } from './simple-field.tsx';

/** The fields of a form or of a group. */
export function Fields({
  fields,
  value,
  path,
  onChange,
}: { readonly fields: readonly FormField[] } & Omit<FieldProps, 'order'>) {
  const order = fields.map(({ name }) => name);
  const values = (value ?? {}) as Record<string, unknown>;
  return fields.map((field) => (
    <Field
      key={field.name}
      field={field}
      path={[...path, field.name]}
      value={values[field.name]}
      order={order}
      onChange={onChange}
    />
  ));
}

/** A field with its name and explanation; one that is empty and not required is closed. */
export function Field({ field, ...rest }: { readonly field: FormField } & FieldProps) {
  const t = useTranslations('desk');
  const { control, label, help, required } = field;
  const isLarge = ['group', 'entries', 'translated', 'choices'].includes(control.kind);
  if (!isLarge) return <Simple field={field} {...rest} />;
  if (rest.value === undefined && !required) {
    return (
      <p className="desk-add">
        <button type="button" onClick={() => rest.onChange(rest.path, emptyOf(control), rest.order)}>
          {t('addField', { label })}
        </button>
      </p>
    );
  }
  return (
    <fieldset className="desk-group" id={idOf(rest.path)}>
      <legend>{label}</legend>
      <p className="desk-help">{help}</p>
      <Large control={control} {...rest} />
      <FieldFindings id={idOf(rest.path)} />
      {!required && (
        <button type="button" className="desk-quiet" onClick={() => rest.onChange(rest.path, undefined, rest.order)}>
          {t('removeField', { label })}
        </button>
      )}
    </fieldset>
  );
}

function Large({ control, path, value, onChange }: { readonly control: Control } & FieldProps) {
  switch (control.kind) {
    case 'group':
      return <Fields fields={control.fields} value={value} path={path} onChange={onChange} />;
    case 'translated':
      return <Translated each={control.each} value={value} path={path} onChange={onChange} />;
    case 'entries':
      return <Entries fields={control.fields} value={value} path={path} onChange={onChange} />;
    case 'choices':
      return <Choices options={control.options} value={value} path={path} onChange={onChange} />;
    default:
      return null;
  }
}

function Translated({ each, value, path, onChange }: { readonly each: Control } & Omit<FieldProps, 'order'>) {
  const { languages } = useDesk();
  const values = (value ?? {}) as Record<string, unknown>;
  const order = languages.map(({ code }) => code);
  return (
    <div className="desk-columns">
      {languages.map(({ code, name, tag }) => (
        <Simple
          key={code}
          field={{ name: code, label: name, help: '', required: true, control: each }}
          path={[...path, code]}
          value={values[code]}
          order={order}
          onChange={onChange}
          lang={tag}
        />
      ))}
    </div>
  );
}

function Entries({
  fields,
  value,
  path,
  onChange,
}: { readonly fields: readonly FormField[] } & Omit<FieldProps, 'order'>) {
  const t = useTranslations('desk');
  const entries = (value ?? []) as unknown[];
  return (
    <>
      {entries.map((entry, index) => (
        <fieldset key={idOf([...path, index])} id={idOf([...path, index])} className="desk-entry">
          <legend>{t('entry', { number: index + 1 })}</legend>
          <Fields fields={fields} value={entry} path={[...path, index]} onChange={onChange} />
          <FieldFindings id={idOf([...path, index])} />
          <button type="button" className="desk-quiet" onClick={() => onChange([...path, index], undefined, [])}>
            {t('removeEntry', { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...path, entries.length], emptyEntry(fields), [])}>
        {t('addEntry')}
      </button>
    </>
  );
}

/** What a field begins with: enough for the gate to name what is missing. */
function emptyOf(control: Control): unknown {
  if (control.kind === 'translated') return Object.fromEntries([]);
  if (control.kind === 'entries') return [emptyEntry(control.fields)];
  if (control.kind === 'group') return emptyEntry(control.fields);
  if (control.kind === 'choices' || control.kind === 'lines') return [];
  return '';
}

function emptyEntry(fields: readonly FormField[]): Record<string, unknown> {
  const required = fields.filter((field) => field.required);
  return Object.fromEntries(
    (required.length > 0 ? required : fields.slice(0, 1)).map(({ name, control }) => [name, emptyOf(control)]),
  );
}
