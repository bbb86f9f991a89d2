'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type TextareaHTMLAttributes, useId, useState } from 'react';
import type { ValuePath } from '#edit/values.ts';
import { idOf, sourceId } from '../model/places.ts';
import type { Control, FormField, Option } from '../server/form.ts';
import { useDesk } from './context.tsx';
import { FieldFindings, useFindingProps } from './findings.tsx';

/** What a field shows, and what happens when it changes. Undefined removes the field. */
export interface FieldProps {
  readonly path: ValuePath;
  readonly value: unknown;
  /** The names of the fields beside it. */
  readonly order?: readonly string[];
  readonly onChange: (path: ValuePath, value: unknown, order: readonly string[]) => void;
  /** The language of the value. */
  readonly lang?: string | undefined;
}

interface MovesProps {
  readonly what: string;
  readonly up?: (() => void) | undefined;
  readonly down?: (() => void) | undefined;
  readonly take: () => void;
}

/** The buttons that move or remove an entry of a list; one without a function is left out. */
export function Moves({ what, up, down, take }: MovesProps) {
  const t = useTranslations('desk');
  const buttons = [
    ['↑', t('moveUp', { what }), up],
    ['↓', t('moveDown', { what }), down],
    ['×', t('take', { what }), take],
  ] as const;
  return (
    <span className="desk-moves">
      {buttons.map(
        ([sign, name, onClick]) =>
          onClick && (
            <button key={sign} type="button" className="desk-quiet" aria-label={name} title={name} onClick={onClick}>
              {sign}
            </button>
          ),
      )}
    </span>
  );
}

/** A field with one control. */
export function Simple({
  field,
  path,
  value,
  order = [],
  onChange,
  lang,
  id = idOf(path),
}: FieldProps & { readonly field: FormField; readonly id?: string }) {
  const { label, help, control, required } = field;
  const t = useTranslations('desk');
  const { onVisit, languages } = useDesk();
  const helpId = useId();
  const { 'aria-describedby': findingsId, ...found } = useFindingProps(id);
  const set = (next: unknown) => onChange(path, next === '' && !required ? undefined : next, order);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const code = languages.find(({ tag }) => tag === lang)?.code;
  const common = {
    id,
    lang,
    required,
    'aria-describedby': [help === '' ? null : helpId, findingsId].filter(Boolean).join(' ') || undefined,
    onFocus: () => code && onVisit(code, text),
    ...found,
  };
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
      {inputOf(control, { ...common, text, value, set, none: t('none') })}
      <FieldFindings id={id} />
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly required: boolean;
  readonly text: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly none: string;
}

/** The native control for a value. */
function inputOf(control: Control, { text, value, set, none, ...common }: InputProps): ReactNode {
  switch (control.kind) {
    case 'check':
      return (
        <input
          {...common}
          required={false}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => set(target.checked || (common.required ? false : undefined))}
        />
      );
    case 'choice':
      return (
        <select {...common} value={text} onChange={({ target }) => set(target.value)}>
          {(!common.required || text === '') && <option value="">{none}</option>}
          {text !== '' && !control.options.some((option) => option.value === text) && <option>{text}</option>}
          <Options options={control.options} />
        </select>
      );
    case 'lines':
      return (
        <Lines
          {...common}
          lines={((value ?? []) as unknown[]).map(String)}
          onLines={(next) => set(next.length > 0 || common.required ? next : undefined)}
        />
      );
    case 'prose':
    case 'text': {
      const plain = (words: string) => (control.kind === 'text' ? words.replace(/\s*\n\s*/g, ' ') : words);
      return <textarea {...common} rows={2} value={text} onChange={({ target }) => set(plain(target.value))} />;
    }
    default:
      return (
        <input
          {...common}
          type={control.kind === 'line' ? 'text' : control.kind}
          value={text}
          onChange={({ target }) =>
            set(control.kind === 'number' && target.value ? Number(target.value) : target.value)
          }
        />
      );
  }
}

interface SourceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A text as its file has it. */
export function SourceText({ id, label, value, onChange }: SourceProps) {
  const props = { id, value, ...useFindingProps(id) };
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...props}
        className="desk-source"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldFindings id={id} />
    </div>
  );
}

/** The whole text of a file, for what cannot be shown as fields. */
export function FileSource({ file, label }: { readonly file: string; readonly label: string }) {
  const { texts, change } = useDesk().editor;
  const onChange = (text: string) => change({ [file]: text }, `source ${file}`);
  return <SourceText id={sourceId(file)} label={label} value={texts[file] ?? ''} onChange={onChange} />;
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
  return (
    <textarea
      {...common}
      rows={Math.min(12, lines.length + 1)}
      value={entries(written).join('\n') === lines.join('\n') ? written : lines.join('\n')}
      onChange={({ target }) => {
        setWritten(target.value);
        onLines(entries(target.value));
      }}
    />
  );
}
