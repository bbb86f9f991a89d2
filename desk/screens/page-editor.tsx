'use client';

import { useTranslations } from 'next-intl';
import { valuesIn } from '#edit/values.ts';
import { pairsOfTexts } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import { findingsByField, frontMatterOf, idOf, isShared, placesOfPage, withField } from '../model/places.ts';
import type { DeskFile } from '../server/files.ts';
import type { Control, FormField, Option } from '../server/form.ts';
import { type OpenPage, type ScreenProps, useDesk, usePage } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { Field } from './fields.tsx';
import { Confirmation } from './findings.tsx';
import { ActionForm, Removal } from './forms.tsx';
import { FileSource } from './inputs.tsx';
import { Level } from './part-card.tsx';
import { useEditor } from './use-editor.ts';

interface PageProps extends ScreenProps {
  readonly page: Omit<OpenPage, 'texts' | 'onTexts'>;
  /** In the order of the languages. */
  readonly files: readonly DeskFile[];
  readonly form: Control;
  readonly paths: Readonly<Record<string, string>>;
  /** The names of the files beside the page. */
  readonly besides: readonly string[];
  readonly pages: readonly Option[];
}

/** A page in every language, part beside part. Twins whose parts differ are shown as their sources. */
export function PageEditor({ page, files, form, paths, besides, pages, ...screen }: PageProps) {
  const t = useTranslations('desk');
  const { language, languages } = screen;
  const { key } = page;
  const editor = useEditor(files, language, key);
  const first = languages[0]?.code ?? '';
  const fileOf = Object.fromEntries(languages.map(({ code }, index) => [code, files[index]?.file ?? '']));
  const texts = Object.fromEntries(languages.map(({ code }) => [code, editor.texts[fileOf[code] ?? ''] ?? '']));
  const pairs = pairsOfTexts(texts);
  const findings = findingsByField(editor.checked?.findings ?? [], placesOfPage(texts, fileOf), editor.texts);
  const onTexts = (changed: Texts, name: string) =>
    editor.change(Object.fromEntries(Object.entries(changed).map(([code, text]) => [fileOf[code] ?? '', text])), name);
  const folder = fileOf[first]?.replace(/\/[^/]+$/, '') ?? '';
  return (
    <EditorFrame {...screen} editor={editor} findings={findings} page={{ ...page, texts, onTexts }} paths={paths}>
      <Confirmation />
      {form.kind === 'group' && <PageFields fields={form.fields} />}
      <h2>{t('text')}</h2>
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
      {besides.map((name) => (
        <ActionForm
          key={name}
          title={t('take', { what: name })}
          button={t('removeNow')}
          request={() => ({ action: 'remove', input: { file: `${folder}/${name}` }, screen: `page/${key}` })}
        />
      ))}
      <Removal action="removePage" input={{ key }} pages={pages.filter(({ value }) => value !== key)} />
    </EditorFrame>
  );
}

/** The fields of a page: those that all languages share once, the others in each language. Closed until they are needed. */
function PageFields({ fields }: { readonly fields: readonly FormField[] }) {
  const t = useTranslations('desk');
  const { languages, findings } = useDesk();
  const { texts, onTexts } = usePage();
  const order = fields.map(({ name }) => name);
  const codes = languages.map(({ code }) => code);
  const fieldOf = (field: FormField, code: string, tag: string | undefined) => {
    const { name } = field;
    const targets = isShared(name) ? codes : [code];
    const values = valuesIn(frontMatterOf(texts[code] ?? '')) as Record<string, unknown> | null;
    return (
      <Field
        key={`${code} ${name}`}
        field={field}
        path={[code, name]}
        value={values?.[name]}
        order={order}
        lang={tag}
        onChange={([, ...path], value, inside) => {
          const changed = targets.map((each) => {
            const names = path.length === 1 ? order : inside;
            return [each, withField(texts[each] ?? '', path, value, names)] as const;
          });
          onTexts(Object.fromEntries(changed), `field ${targets.join(' ')} ${path.join(' ')}`);
        }}
      />
    );
  };
  const hasFindings = [...findings.keys()].some((id) => codes.some((code) => id.startsWith(idOf([code, '']))));
  return (
    <details open={hasFindings || undefined}>
      <summary>{t('pageFields')}</summary>
      {fields.map((field) =>
        isShared(field.name) ? (
          fieldOf(field, codes[0] ?? '', undefined)
        ) : (
          <div key={field.name} className="desk-columns">
            {languages.map(({ code, name, tag }) => fieldOf({ ...field, label: `${field.label}, ${name}` }, code, tag))}
          </div>
        ),
      )}
    </details>
  );
}
