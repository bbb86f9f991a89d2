'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type InputHTMLAttributes, type ReactNode, useState } from 'react';
import type { OpenContent } from '../server/content.ts';
import type { Option } from '../server/form.ts';
import { useAsk } from './ask.ts';
import { useDesk } from './context.tsx';

interface ActionProps {
  readonly action: string;
  readonly button: string;
  readonly help?: string;
  /** What is sent beside the values of the form. */
  readonly input?: object;
  readonly isOff?: boolean;
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}

/** A form that runs an action of the desk, and then opens the screen or shows the sentence that the server answers with. */
export function ActionForm({ action, button, help, input, isOff, onDone, children }: ActionProps) {
  const language = useLocale();
  const ask = useAsk();
  const [outcome, setOutcome] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const values = { ...Object.fromEntries(data), ...(data.has('groups') && { groups: data.getAll('groups') }) };
    const answer = await ask<{ screen?: string; sentence?: string }>(action, { ...input, ...values });
    const { screen, sentence = '' } = answer.ok ? answer.value : { sentence: answer.reason };
    setOutcome(sentence);
    if (answer.ok) onDone?.();
    if (screen !== undefined) location.assign(`/desk/${language}/${screen}`);
  };
  return (
    <form onSubmit={submit}>
      {help !== undefined && <p>{help}</p>}
      {children}
      <p role="status">{outcome}</p>
      <button type="submit" disabled={isOff}>
        {button}
      </button>
    </form>
  );
}

/** Such a form, closed until it is needed. */
export function ClosedForm({ title, ...form }: Omit<ActionProps, 'button'> & { title: string; button?: string }) {
  return (
    <details className="desk-group">
      <summary>{title}</summary>
      <ActionForm button={title} {...form} />
    </details>
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

interface LabelledProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Makes it a list to choose from. */
  readonly options?: readonly Option[];
}

/** A control of such a form, under its name. */
export function Labelled({ label, options, ...input }: LabelledProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="desk-field">
      {label}
      {options ? (
        <select name={input.name}>
          <Options options={options} />
        </select>
      ) : (
        <input {...input} />
      )}
    </label>
  );
}

/** Gives what is open another name, or removes it and its files. The addresses of a page lead on to another one, or answer that it is gone. */
export function Management({ name, files, page }: Pick<OpenContent, 'name' | 'files' | 'page'>) {
  const { language } = useDesk();
  const t = useTranslations('desk');
  if (name === null) return null;
  const pages = (page?.targets[language] ?? []).flatMap(({ value, label }) => {
    const [, key = name] = /^page:([^#]+)$/.exec(value) ?? [];
    return key === name ? [] : { value: key, label };
  });
  const folder = files[0]?.file.replace(/[^/]+$/, '');
  return (
    <>
      {page?.besides.map((each) => (
        <ClosedForm
          key={each}
          action="remove"
          title={t('take', { what: each })}
          button={t('removeNow')}
          input={{ file: folder + each }}
        />
      ))}
      <ClosedForm action="rename" title={t('rename')} help={t('renameHelp')} input={{ from: name }}>
        <Labelled name="to" label={t('newKey')} required defaultValue={name} />
      </ClosedForm>
      <ClosedForm
        action={page ? 'removePage' : 'remove'}
        title={t('remove')}
        button={t('removeNow')}
        help={t(page ? 'removePageHelp' : 'removeHelp')}
        input={page ? { key: name } : { file: files[0]?.file }}
      >
        {page && (
          <>
            <Labelled
              name="to"
              label={t('replacement')}
              options={[{ value: '', label: t('noReplacement') }, ...pages]}
            />
            <Labelled name="reason" label={t('reason')} minLength={10} maxLength={200} />
          </>
        )}
      </ClosedForm>
    </>
  );
}
