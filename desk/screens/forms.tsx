'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Option } from '../server/form.ts';
import { ask } from './ask.ts';
import { Options } from './inputs.tsx';

interface ActionProps {
  readonly title: string;
  readonly help?: string;
  readonly button: string;
  readonly children?: ReactNode;
  /** What is sent, and the screen that is opened afterwards; null sends nothing. */
  readonly request: (value: (name: string) => string) => {
    readonly action: string | null;
    readonly input: object;
    readonly screen: string;
  };
}

/** A closed form that runs an action of the desk, opens a screen afterwards, and says why when it is refused. */
export function ActionForm({ title, help, button, children, request }: ActionProps) {
  const t = useTranslations('desk');
  const language = useLocale();
  const [reason, setReason] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const { action, input, screen } = request((name) => String(data.get(name) ?? '').trim());
    const answer = action === null ? null : await ask(language, action, input);
    if (answer && !answer.ok) setReason(answer.reason ?? t('status.unreachable'));
    else location.assign(`/desk/${language}/${screen}`);
  };
  return (
    <details className="desk-group">
      <summary>{title}</summary>
      <form onSubmit={submit}>
        {help !== undefined && <p>{help}</p>}
        {children}
        {reason !== null && <p role="alert">{reason}</p>}
        <button type="submit">{button}</button>
      </form>
    </details>
  );
}

interface RemovalProps {
  readonly action: 'remove' | 'removePage';
  readonly input: object;
  /** The pages that can replace it. */
  readonly pages?: readonly Option[];
}

/** Removes a page or a record. The addresses of a page lead on to another one, or answer that it is gone. */
export function Removal({ action, input, pages }: RemovalProps) {
  const t = useTranslations('desk');
  return (
    <ActionForm
      title={t('remove')}
      button={t('removeNow')}
      help={t(pages ? 'removePageHelp' : 'removeHelp')}
      request={(value) => ({
        action,
        input: pages ? { ...input, to: value('to'), reason: value('reason') } : input,
        screen: '',
      })}
    >
      {pages && (
        <>
          <Labelled label={t('replacement')}>
            <select name="to">
              <Options options={[{ value: '', label: t('noReplacement') }, ...pages]} />
            </select>
          </Labelled>
          <Labelled label={t('reason')}>
            <input name="reason" minLength={10} maxLength={200} />
          </Labelled>
        </>
      )}
    </ActionForm>
  );
}

/** A control of such a form, under its name. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="desk-field">
      {label}
      {children}
    </label>
  );
}
