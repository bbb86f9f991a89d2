'use client';

import { useTranslations } from 'next-intl';
import { sharedFields } from '#lib/records/page.ts';
import type { FormField } from '../model/form.ts';
import { frontMatterOf, withField } from '../model/front-matter.ts';
import { valuesIn } from '../model/values.ts';
import { useDesk } from './context.tsx';
import { Field } from './fields.tsx';
import { usePage } from './page-context.tsx';
import { idOf } from './simple-field.tsx';

/** The id of a field of the front matter in a language. */
export const fieldId = (code: string, name: string) => idOf([code, name]);

/** The fields of a page: those that all languages share once, the others in each language. Collapsed at first. */
export function PageFields({ form }: { readonly form: readonly FormField[] }) {
  const t = useTranslations('desk');
  const { languages, findings } = useDesk();
  const { texts, onTexts } = usePage();
  const order = form.map(({ name }) => name);
  const values = Object.fromEntries(
    languages.map(({ code }) => [code, (valuesIn(frontMatterOf(texts[code] ?? '')) ?? {}) as Record<string, unknown>]),
  );
  const isShared = ({ name }: FormField) => sharedFields.some((each) => each === name) || name === 'updated';
  const set = (codes: readonly string[], name: string, value: unknown) =>
    onTexts(
      Object.fromEntries(codes.map((code) => [code, withField(texts[code] ?? '', [name], value, order)])),
      `field ${codes.join(' ')} ${name}`,
    );
  const [first] = languages;
  const codes = languages.map(({ code }) => code);
  const hasFindings = form.some(({ name }) => codes.some((code) => findings.has(fieldId(code, name))));
  return (
    <details className="desk-fields" open={hasFindings || undefined}>
      <summary>{t('pageFields')}</summary>
      {form
        .filter((field) => !isShared(field))
        .map((field) => (
          <div key={field.name} className="desk-columns">
            {languages.map(({ code, name }) => (
              <Field
                key={code}
                field={{ ...field, label: `${field.label}, ${name}` }}
                path={[code, field.name]}
                value={values[code]?.[field.name]}
                order={order}
                onChange={(_, value) => set([code], field.name, value)}
              />
            ))}
          </div>
        ))}
      {first &&
        form
          .filter(isShared)
          .map((field) => (
            <Field
              key={field.name}
              field={field}
              path={[first.code, field.name]}
              value={values[first.code]?.[field.name]}
              order={order}
              onChange={(_, value) => set(codes, field.name, value)}
            />
          ))}
    </details>
  );
}
