'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { valuesIn, withFieldValue } from '#edit/values.ts';
import { pairsOfTexts } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import { fieldsOfPage, findingsByField, idOf, placesOfPage, placesOfRecord, withPageField } from '../model/places.ts';
import type { OpenContent } from '../server/content.ts';
import type { Version } from '../server/git.ts';
import { DeskContext, type ScreenProps, useDesk, usePage } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { FileSource, Inside } from './fields.tsx';
import { Confirmation } from './findings.tsx';
import { Management, Options } from './forms.tsx';
import { Level } from './parts.tsx';
import { Preview } from './preview.tsx';
import { useEditor } from './use-editor.ts';

type Opened = OpenContent & { readonly versions: readonly Version[] };

/** A record as a form, or a page in every language with its fields and its parts. What cannot be parsed is shown as its source. */
export function EditorScreen({ files, form, page, paths, name, ...screen }: ScreenProps & Opened) {
  const t = useTranslations('desk');
  const { language, languages } = screen;
  const editor = useEditor(files, page && name);
  const [place, setPlace] = useState({ code: language, words: '' });
  const [first = { file: '' }] = files;
  const fileOf = Object.fromEntries(languages.map(({ code }, index) => [code, files[index]?.file ?? '']));
  const texts = Object.fromEntries(languages.map(({ code }) => [code, editor.texts[fileOf[code] ?? ''] ?? '']));
  const onTexts = (changed: Texts, step: string) =>
    editor.change(Object.fromEntries(Object.entries(changed).map(([code, text]) => [fileOf[code] ?? '', text])), step);
  const text = editor.texts[first.file] ?? '';
  // Read anew only when a text changes, not when an answer of the gate arrives.
  const { pairs, places, values } = useMemo(() => {
    const pairs = page && pairsOfTexts(texts);
    return page
      ? { pairs, places: placesOfPage(texts, fileOf, pairs), values: fieldsOfPage(texts) }
      : { pairs, places: placesOfRecord(text, first.file), values: valuesIn(text) };
  }, [editor.texts]);
  const desk = {
    ...screen,
    editor,
    findings: findingsByField(editor.checked?.findings ?? [], places, editor.texts),
    page: page && { ...page, texts, pairs, onTexts },
    onVisit: (code: string, words: string) => setPlace({ code, words }),
  };
  const fields = (
    <Inside
      field={{ name: '', label: '', required: true, control: form }}
      path={[]}
      value={values}
      onChange={(path, value, order) =>
        page
          ? onTexts(withPageField(texts, path, value, order), idOf(path))
          : editor.change({ [first.file]: withFieldValue(text, path, value, order) }, idOf(path))
      }
    />
  );
  return (
    <DeskContext value={desk}>
      <EditorFrame preview={<Preview paths={paths} place={place} />}>
        {!page && (values === null ? <FileSource file={first.file} label={t('source')} /> : fields)}
        {page && (
          <>
            <Confirmation />
            <details open={[...desk.findings.keys()].some((id) => id.startsWith('field-')) || undefined}>
              <summary>{t('pageFields')}</summary>
              {fields}
            </details>
            <PageBody fileOf={fileOf} />
          </>
        )}
        <Management name={name} files={files} page={page} />
      </EditorFrame>
    </DeskContext>
  );
}

/** The parts of a page in pairs; the sources of twins whose parts differ. */
function PageBody({ fileOf }: { readonly fileOf: Readonly<Record<string, string>> }) {
  const t = useTranslations('desk');
  const { languages } = useDesk();
  const { pairs, targets } = usePage();
  return (
    <>
      <h2>{t('text')}</h2>
      {Object.entries(targets).map(([code, options]) => (
        <datalist key={code} id={`targets-${code}`}>
          <Options options={options} />
        </datalist>
      ))}
      {pairs ? (
        <Level level={pairs} parent={null} />
      ) : (
        <>
          <p>{t('sourceWhy')}</p>
          <div className="desk-columns">
            {languages.map(({ code, name }) => (
              <FileSource key={code} file={fileOf[code] ?? ''} label={name} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
