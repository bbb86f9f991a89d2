'use client';

import { useTranslations } from 'next-intl';
import { valuesIn, withFieldValue } from '#edit/values.ts';
import { findingsByField, idOf, placesOfRecord } from '../model/places.ts';
import type { DeskFile } from '../server/files.ts';
import type { Control } from '../server/form.ts';
import type { ScreenProps } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { Large } from './fields.tsx';
import { Removal } from './forms.tsx';
import { FileSource } from './inputs.tsx';
import { useEditor } from './use-editor.ts';

interface RecordProps extends ScreenProps {
  readonly file: DeskFile;
  readonly form: Control;
  /** The page that shows the record, by language. */
  readonly paths: Readonly<Record<string, string>>;
  readonly canRemove: boolean;
}

/** A record as a form. A text that is no YAML is one field with its source. */
export function RecordEditor({ file, form, paths, canRemove, ...screen }: RecordProps) {
  const t = useTranslations('desk');
  const { language } = screen;
  const editor = useEditor([file], language, null);
  const text = editor.texts[file.file] ?? '';
  const values = valuesIn(text);
  const findings = findingsByField(editor.checked?.findings ?? [], placesOfRecord(text, file.file), editor.texts);
  return (
    <EditorFrame {...screen} editor={editor} findings={findings} page={null} paths={paths}>
      {values === null ? (
        <FileSource file={file.file} label={t('source')} />
      ) : (
        <Large
          control={form}
          value={values}
          path={[]}
          onChange={(path, value, order) =>
            editor.change({ [file.file]: withFieldValue(text, path, value, order) }, idOf(path))
          }
        />
      )}
      {canRemove && <Removal action="remove" input={{ file: file.file }} />}
    </EditorFrame>
  );
}
