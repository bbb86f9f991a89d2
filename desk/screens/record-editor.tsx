'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { valuesIn, withFieldValue } from '#edit/values.ts';
import { findingsByField, idOf, placesOfRecord, sourceId } from '../model/places.ts';
import type { DeskFile } from '../server/files.ts';
import type { Control } from '../server/form.ts';
import { DeskProvider, type ScreenProps } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { Large } from './fields.tsx';
import { Removal } from './forms.tsx';
import { SourceText } from './inputs.tsx';
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
  const { language, languages } = screen;
  const editor = useEditor([file], language, null);
  const [place, setPlace] = useState({ code: language, words: '' });
  const text = editor.texts[file.file] ?? '';
  const values = valuesIn(text);
  const findings = findingsByField(editor.checked?.findings ?? [], placesOfRecord(text, file.file), editor.texts);
  const onVisit = (code: string, words: string) => setPlace({ code, words });
  return (
    <DeskProvider value={{ language, languages, editor, findings, onVisit, page: null }}>
      <EditorFrame {...screen} files={[file.file]} paths={paths} place={place}>
        {values === null ? (
          <SourceText
            id={sourceId(file.file)}
            label={t('source')}
            value={text}
            onChange={(next) => editor.change({ [file.file]: next }, 'source')}
          />
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
        {canRemove && <Removal language={language} action="remove" input={{ file: file.file }} />}
      </EditorFrame>
    </DeskProvider>
  );
}
