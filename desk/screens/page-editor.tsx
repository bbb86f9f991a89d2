'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { visitHeadings } from '#lib/body/headings.ts';
import { parseMarkdown } from '#lib/body/parse.ts';
import type { FormField } from '../model/form.ts';
import { type FieldPlace, findingsByField } from '../model/found.ts';
import { placesOfFields } from '../model/front-matter.ts';
import { type Pair, type Pairs, pairsOf } from '../model/pairs.ts';
import { bodyOf } from '../model/parts.ts';
import type { DeskFile } from '../server/files.ts';
import type { PaletteEntry, Target } from '../server/screens-data.ts';
import { Confirmation } from './confirmation.tsx';
import { DeskProvider } from './context.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { PageProvider } from './page-context.tsx';
import { fieldId, PageFields } from './page-fields.tsx';
import { Level, valueId } from './part-card.tsx';
import type { ScreenProps } from './screen.ts';
import { SourceText } from './source-text.tsx';
import { useEditor } from './use-editor.ts';

export interface PageEditorProps extends ScreenProps {
  readonly pageKey: string;
  /** In the order of the languages. */
  readonly files: readonly DeskFile[];
  readonly form: readonly FormField[];
  readonly palette: readonly PaletteEntry[];
  readonly targets: readonly Target[];
  readonly paths: Readonly<Record<string, string>>;
  readonly isWide: boolean;
}

/** A page in every language, part beside part. Twins whose parts differ are shown as their sources. */
export function PageEditor({ pageKey, files, form, palette, targets, paths, isWide, ...screen }: PageEditorProps) {
  const t = useTranslations('desk');
  const { language, languages } = screen;
  const editor = useEditor(files, language, pageKey);
  const [place, setPlace] = useState<{ readonly code: string; readonly offset: number | null }>({
    code: language,
    offset: null,
  });
  const fileOf = Object.fromEntries(languages.map(({ code }, index) => [code, files[index]?.file ?? '']));
  const texts = Object.fromEntries(languages.map(({ code }) => [code, editor.texts[fileOf[code] ?? ''] ?? '']));
  const pairs = pairsIn(texts);
  const places = [
    ...languages.flatMap(({ code }) => {
      const names = form.map(({ name }) => name);
      return placesOfFields(texts[code] ?? '', fileOf[code] ?? '', names, (name) => fieldId(code, name));
    }),
    ...(pairs ? placesOfParts(pairs, fileOf) : []),
  ];
  const findings = findingsByField(editor.checked?.findings ?? [], places, editor.texts);
  const onTexts = (changed: Readonly<Record<string, string>>, name: string) =>
    editor.change(Object.fromEntries(Object.entries(changed).map(([code, text]) => [fileOf[code] ?? '', text])), name);
  return (
    <DeskProvider
      value={{ language, languages, editor, findings, onVisit: (code, offset) => setPlace({ code, offset }) }}
    >
      <PageProvider value={{ texts, onTexts, palette, targets, isWide }}>
        <EditorFrame
          {...screen}
          files={files.map(({ file }) => file)}
          preview={paths}
          anchor={anchorAt(texts[place.code] ?? '', place.offset)}
          code={place.code}
        >
          <Confirmation pageKey={pageKey} />
          <PageFields form={form} />
          <h2>{t('text')}</h2>
          {pairs ? (
            <Level level={pairs} parent={null} />
          ) : (
            <>
              <p>{t('sourceWhy')}</p>
              <div className="desk-columns">
                {languages.map(({ code, name }) => (
                  <SourceText key={code} file={fileOf[code] ?? ''} label={name} />
                ))}
              </div>
            </>
          )}
        </EditorFrame>
      </PageProvider>
    </DeskProvider>
  );
}

function pairsIn(texts: Readonly<Record<string, string>>): Pairs | null {
  const bodies = Object.entries(texts).flatMap(([code, text]) => {
    const body = bodyOf(text);
    return body ? [[code, body] as const] : [];
  });
  return bodies.length === Object.keys(texts).length ? pairsOf(Object.fromEntries(bodies)) : null;
}

/** The places of all values, and of the parts around them. */
function placesOfParts({ pairs }: Pairs, fileOf: Readonly<Record<string, string>>): FieldPlace[] {
  return pairs.flatMap((pair: Pair) => [
    ...Object.entries(pair.parts).flatMap(([code, part]) =>
      (part?.values ?? []).flatMap((value) => {
        const place = { id: valueId(pair, code, value.attribute), file: fileOf[code] ?? '' };
        // The part itself, its tag or its mark belong to its first value.
        const whole = value === part?.values[0] && part ? [{ ...place, start: part.start, end: part.end }] : [];
        return [{ ...place, start: value.start, end: value.end }, ...whole];
      }),
    ),
    ...(pair.inside ? placesOfParts(pair.inside, fileOf) : []),
  ]);
}

/** The last heading before an offset, as the anchor that the page gives it; null before the first one. */
function anchorAt(text: string, offset: number | null): string | null {
  const result = parseMarkdown(text);
  if (offset === null || !('tree' in result)) return null;
  let found: string | null = null;
  visitHeadings(result.tree, ({ anchor }, node) => {
    if ((node.position?.start.offset ?? 0) <= offset) found = anchor;
  });
  return found;
}
