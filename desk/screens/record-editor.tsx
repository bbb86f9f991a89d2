'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormField } from '../model/form.ts';
import { type FieldPlace, findingsByField } from '../model/found.ts';
import { spanOf, type ValuePath, valuesIn, withFieldValue } from '../model/values.ts';
import type { DeskFile } from '../server/files.ts';
import { DeskProvider } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { Fields } from './fields.tsx';
import type { ScreenProps } from './screen.ts';
import { idOf } from './simple-field.tsx';
import { SourceText } from './source-text.tsx';
import { useEditor } from './use-editor.ts';

/** A contact, a notice or the settings as a form. A text that is no YAML is one field with its source. */
export function RecordEditor({
  file,
  form,
  preview,
  ...screen
}: ScreenProps & {
  readonly file: DeskFile;
  readonly form: readonly FormField[];
  /** The page that shows the record. */
  readonly preview: Readonly<Record<string, string>> | null;
}) {
  const t = useTranslations('desk');
  const { language, languages } = screen;
  const editor = useEditor([file], language, null);
  const text = editor.texts[file.file] ?? '';
  const values = valuesIn(text);
  const places = values === null ? [] : placesIn(text, file.file, values, []);
  const onChange = useCallback(
    (path: ValuePath, value: unknown, order: readonly string[]) =>
      editor.change({ [file.file]: withFieldValue(text, path, value, order) }, idOf(path)),
    [editor, file.file, text],
  );
  const findings = findingsByField(editor.checked?.findings ?? [], places, editor.texts);
  return (
    <DeskProvider value={{ language, languages, editor, findings, onVisit: () => {} }}>
      <EditorFrame {...screen} files={[file.file]} preview={preview} anchor={null} code={language}>
        {values === null ? (
          <SourceText file={file.file} label={t('source')} />
        ) : (
          <Fields fields={form} value={values} path={[]} onChange={onChange} />
        )}
      </EditorFrame>
    </DeskProvider>
  );
}

/** The place of every value in a record, and of the groups around it. */
function placesIn(text: string, file: string, value: unknown, path: ValuePath): FieldPlace[] {
  const span = path.length > 0 ? spanOf(text, path) : null;
  const own = span ? [{ id: idOf(path), file, ...span }] : [];
  if (typeof value !== 'object' || value === null) return own;
  // Texts in a plain list are one field.
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return own;
  const entries = Object.entries(value).map(
    ([name, each]) => [Array.isArray(value) ? Number(name) : name, each] as const,
  );
  return [...own, ...entries.flatMap(([step, each]) => placesIn(text, file, each, [...path, step]))];
}
