'use client';

import { useTranslations } from 'next-intl';
import { replaced } from '#edit/values.ts';
import type { ChangePart } from '#gate/twins/change.ts';
import type { ShownFinding } from '../server/check-texts.ts';
import { useAsk } from './ask.ts';
import { useDesk, usePage } from './context.tsx';
import { ActionForm } from './forms.tsx';

/** The findings at a field, or at none of this screen, each with its repair when it has one. */
export function FieldFindings({ id }: { readonly id: string }) {
  const t = useTranslations('desk');
  const ask = useAsk();
  const { editor, findings } = useDesk();
  const own = findings.get(id) ?? [];
  const repair = async ({ fix, file, code }: ShownFinding) => {
    const target = fix?.file ?? file;
    const text = editor.texts[target];
    if (fix && text !== undefined) {
      editor.change({ [target]: replaced(text, fix, fix.replacement) }, `repair ${code}`);
    } else {
      await ask('repair', { file: target });
      editor.refresh();
    }
  };
  if (own.length === 0) return null;
  return (
    <ul className="desk-findings" id={`${id}-findings`}>
      {own.map((finding, index) => (
        <li key={index} data-severity={finding.severity}>
          <strong>{finding.what}</strong> {finding.write}{' '}
          <small>
            {id === '' && `${finding.file}:${finding.line} `}
            {finding.code}
          </small>
          {finding.fix && (
            <button type="button" onClick={() => repair(finding)}>
              {t('repair')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many mistakes there are, a link to each, and those that are at no field of this screen. */
export function Summary() {
  const t = useTranslations('desk');
  const { editor, findings } = useDesk();
  const { checked, status, reason } = editor;
  const elsewhere = findings.get('') ?? [];
  return (
    <section className="desk-summary" aria-label={t('summary')}>
      <p role="status">
        {checked && t('errors', { count: checked.errors })} {t(`status.${status}`)} {reason}
      </p>
      {[...findings].map(
        ([id, own]) =>
          id !== '' && (
            <a key={id} href={`#${id}`} data-severity={own[0]?.severity}>
              {own[0]?.what}
            </a>
          ),
      )}
      {elsewhere.length > 0 && (
        <details open={elsewhere.some(({ severity }) => severity === 'error')}>
          <summary>{t('elsewhere', { count: elsewhere.length })}</summary>
          <FieldFindings id="" />
        </details>
      )}
    </section>
  );
}

/** Both versions of a file that changed on disk meanwhile. */
export function Conflicts() {
  const t = useTranslations('desk');
  const { editor } = useDesk();
  return editor.conflicts.map(({ file, text }) => (
    <section key={file} className="desk-note" aria-label={t('conflict')}>
      <p>{t('conflictWhat', { file })}</p>
      <div className="desk-columns">
        {(['own', 'disk'] as const).map((choice) => (
          <label key={choice}>
            {t(`${choice}Text`)}
            <textarea readOnly rows={8} value={choice === 'own' ? editor.texts[file] : text} />
            <button type="button" onClick={() => editor.resolve(file, choice)}>
              {t(`${choice}Keep`)}
            </button>
          </label>
        ))}
      </div>
    </section>
  ));
}

/** A change with its removed and added words. */
export function Change({ parts }: { readonly parts: readonly ChangePart[] }) {
  return parts.map(({ kind, text }, index) => {
    if (kind === 'gone') return <del key={index}>{text}</del>;
    return kind === 'new' ? <ins key={index}>{text}</ins> : text;
  });
}

/** What changed since the languages were confirmed to mean the same, and the button that confirms it again. */
export function Confirmation() {
  const t = useTranslations('desk');
  const { editor, languages } = useDesk();
  const { key } = usePage();
  const { checked, status, refresh } = editor;
  if (!checked?.isUnconfirmed) return null;
  const { sections, isOneSided } = checked;
  return (
    <section className="desk-note" aria-label={t('confirm')}>
      <h2>{t('confirm')}</h2>
      <p>{t(isOneSided ? 'confirmOne' : 'confirmBoth')}</p>
      {sections.map(({ titles, changes }) => (
        <div key={Object.values(titles).join()} className="desk-columns">
          {languages.map(({ code, tag, name }) =>
            changes[code]?.length ? (
              <p key={code} lang={tag}>
                <Change parts={changes[code]} />
              </p>
            ) : (
              <p key={code}>{t('unchanged', { section: titles[code] ?? '', language: name })}</p>
            ),
          )}
        </div>
      ))}
      <ActionForm
        action="confirm"
        input={{ key, hasNoEffect: isOneSided }}
        button={t(isOneSided ? 'confirmOneButton' : 'confirmBothButton')}
        isOff={status !== 'saved'}
        onDone={refresh}
      />
    </section>
  );
}
