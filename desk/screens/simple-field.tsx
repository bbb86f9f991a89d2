'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type TextareaHTMLAttributes, useId, useState } from 'react';
import type { FormField, Option } from '../model/form.ts';
import type { ValuePath } from '../model/values.ts';
import { FieldFindings, useFindingProps } from './findings.tsx';

/** What a field shows, and what happens when it changes. Undefined removes the field. */
export interface FieldProps {
  readonly path: ValuePath;
  readonly value: unknown;
  readonly order: readonly string[];
  readonly onChange: (path: ValuePath, value: unknown, order: readonly string[]) => void;
}

/** The id of a field, by which its findings are found. */
export const idOf = (path: ValuePath) => `field-${path.join('-')}`;

const types: Readonly<Record<string, string>> = {
  date: 'date',
  number: 'number',
  mail: 'email',
  web: 'url',
  phone: 'tel',
};

/** A field with one control. */
export function Simple({
  field,
  path,
  value,
  order,
  onChange,
  lang,
}: { readonly field: FormField; readonly lang?: string } & FieldProps) {
  const t = useTranslations('desk');
  const { label, help, control, required } = field;
  const id = idOf(path);
  const helpId = useId();
  const found = useFindingProps(id);
  const set = (next: unknown) => onChange(path, next === '' && !required ? undefined : next, order);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const described = [help === '' ? '' : helpId, found['aria-describedby'] ?? ''].filter(Boolean).join(' ');
  const common = {
    id,
    lang,
    'aria-describedby': described || undefined,
    'aria-invalid': found['aria-invalid'],
    required,
  };
  let input: ReactNode;
  if (control.kind === 'check') {
    input = (
      <input
        {...common}
        required={false}
        type="checkbox"
        checked={value === true}
        onChange={({ target }) => onChange(path, target.checked || undefined, order)}
      />
    );
  } else if (control.kind === 'choice') {
    input = (
      <select {...common} value={text} onChange={({ target }) => set(target.value)}>
        {(!required || text === '') && <option value="">{t('none')}</option>}
        <Options options={control.options} />
      </select>
    );
  } else if (control.kind === 'lines') {
    const lines = ((value ?? []) as unknown[]).map(String);
    input = (
      <Lines
        {...common}
        lines={lines}
        onLines={(next) => onChange(path, next.length > 0 || required ? next : undefined, order)}
      />
    );
  } else if (control.kind === 'text') {
    input = (
      <textarea
        {...common}
        rows={2 + Math.floor(text.length / 60)}
        value={text}
        onChange={({ target }) => set(target.value.replace(/\s*\n\s*/g, ' '))}
      />
    );
  } else {
    const parse = (next: string) => (control.kind === 'number' && next !== '' ? Number(next) : next);
    input = (
      <input
        {...common}
        type={types[control.kind] ?? 'text'}
        value={text}
        onChange={({ target }) => set(parse(target.value))}
      />
    );
  }
  return (
    <div className="desk-field">
      <label htmlFor={id}>
        {label}
        {required ? '' : ` ${t('optional')}`}
      </label>
      {help !== '' && (
        <p className="desk-help" id={helpId}>
          {help}
        </p>
      )}
      {input}
      <FieldFindings id={id} />
    </div>
  );
}

/** The options of a list to choose from. */
export function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface LinesProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> {
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}

/** A list with an entry on each line; empty lines are kept during typing. */
function Lines({ lines, onLines, ...common }: LinesProps) {
  const [written, setWritten] = useState(lines.join('\n'));
  const entries = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const shown = entries(written).join('\n') === lines.join('\n') ? written : lines.join('\n');
  return (
    <textarea
      {...common}
      rows={Math.min(12, lines.length + 1)}
      value={shown}
      onChange={({ target }) => {
        setWritten(target.value);
        onLines(entries(target.value));
      }}
    />
  );
}
