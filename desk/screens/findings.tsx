'use client';

import { useTranslations } from 'next-intl';
import { replaced } from '../model/edits.ts';
import type { ShownFinding } from '../server/check-texts.ts';
import { useDesk } from './context.tsx';

/** The findings at a field, each with its repair when it has one. */
export function FieldFindings({ id }: { readonly id: string }) {
  const { findings } = useDesk();
  const own = findings.get(id) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className="desk-findings" id={`${id}-findings`}>
      {own.map((finding) => (
        <FindingItem key={`${finding.code} ${finding.line} ${finding.column}`} finding={finding} />
      ))}
    </ul>
  );
}

/** The attributes that tie a control to the findings below it. */
export function useFindingProps(id: string) {
  const own = useDesk().findings.get(id) ?? [];
  return own.length === 0
    ? {}
    : { 'aria-describedby': `${id}-findings`, 'aria-invalid': own.some(({ severity }) => severity === 'error') };
}

function FindingItem({ finding }: { readonly finding: ShownFinding }) {
  const t = useTranslations('desk');
  const { editor } = useDesk();
  const { fix, file, severity, what, write, code } = finding;
  const target = fix?.file ?? file;
  const text = editor.texts[target];
  return (
    <li data-severity={severity}>
      <strong>{what}</strong> {write} <small>{code}</small>
      {fix && text !== undefined && (
        <button
          type="button"
          onClick={() => editor.change({ [target]: replaced(text, fix, fix.replacement) }, `repair ${code}`)}
        >
          {t('repair')}
        </button>
      )}
    </li>
  );
}

/** How many mistakes there are, with those that are at no field of this screen. */
export function Summary() {
  const t = useTranslations('desk');
  const { editor, findings } = useDesk();
  const { checked } = editor;
  const elsewhere = findings.get('') ?? [];
  return (
    <section className="desk-summary" aria-label={t('summary')}>
      <p role="status">
        {checked ? t('errors', { count: checked.errors }) : t('status.checking')} {t(`status.${editor.status}`)}
        {editor.reason !== null && editor.status === 'refused' && ` ${editor.reason}`}
      </p>
      {[...findings]
        .filter(([id]) => id !== '')
        .map(([id, own]) => (
          <a key={id} href={`#${id}`} data-severity={own[0]?.severity}>
            {own[0]?.what}
          </a>
        ))}
      {elsewhere.length > 0 && (
        <details open={elsewhere.some(({ severity }) => severity === 'error')}>
          <summary>{t('elsewhere', { count: elsewhere.length })}</summary>
          <ul className="desk-findings">
            {elsewhere.map((finding) => (
              <li
                key={`${finding.file} ${finding.line} ${finding.column} ${finding.code}`}
                data-severity={finding.severity}
              >
                <strong>{finding.what}</strong> {finding.write}{' '}
                <small>
                  {finding.file}:{finding.line} {finding.code}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Both versions of a file that somebody else changed meanwhile. */
export function Conflicts() {
  const t = useTranslations('desk');
  const { editor } = useDesk();
  return editor.conflicts.map(({ file, text }) => (
    <section key={file} className="desk-conflict" aria-label={t('conflict')}>
      <p>{t('conflictWhat', { file })}</p>
      <div className="desk-columns">
        <label>
          {t('ownText')}
          <textarea readOnly rows={8} value={editor.texts[file]} />
          <button type="button" onClick={() => editor.resolve(file, 'own')}>
            {t('keepOwn')}
          </button>
        </label>
        <label>
          {t('diskText')}
          <textarea readOnly rows={8} value={text} />
          <button type="button" onClick={() => editor.resolve(file, 'disk')}>
            {t('takeDisk')}
          </button>
        </label>
      </div>
    </section>
  ));
}
