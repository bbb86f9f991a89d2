'use client';

import { useDesk } from './context.tsx';
import { FieldFindings, useFindingProps } from './findings.tsx';

/** A whole file as text, for what cannot be shown as fields. */
export function SourceText({ file, label }: { readonly file: string; readonly label: string }) {
  const { editor } = useDesk();
  const id = `source-${file.replace(/[^a-z]+/g, '-')}`;
  const text = editor.texts[file] ?? '';
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        {...useFindingProps(id)}
        className="desk-source"
        rows={Math.min(40, text.split('\n').length + 2)}
        spellCheck={false}
        value={text}
        onChange={({ target }) => editor.change({ [file]: target.value }, id)}
      />
      <FieldFindings id={id} />
    </div>
  );
}
