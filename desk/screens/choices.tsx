'use client';

import { useTranslations } from 'next-intl';
import type { Option } from '../model/form.ts';
import { type FieldProps, Options } from './simple-field.tsx';

/** Several values in their order. */
export function Choices({
  options,
  value,
  path,
  onChange,
}: { readonly options: readonly Option[] } & Omit<FieldProps, 'order'>) {
  const t = useTranslations('desk');
  const chosen = ((value ?? []) as unknown[]).map(String);
  const set = (next: readonly string[]) => onChange(path, next.length > 0 ? next : undefined, []);
  const labelOf = (each: string) => options.find((option) => option.value === each)?.label ?? each;
  return (
    <>
      <ol className="desk-chosen">
        {chosen.map((each, index) => (
          <li key={each}>
            {labelOf(each)}{' '}
            {index > 0 && (
              <button
                type="button"
                className="desk-quiet"
                aria-label={t('moveUp', { what: labelOf(each) })}
                onClick={() => set(chosen.toSpliced(index - 1, 2, each, chosen[index - 1] ?? ''))}
              >
                ↑
              </button>
            )}
            <button
              type="button"
              className="desk-quiet"
              aria-label={t('take', { what: labelOf(each) })}
              onClick={() => set(chosen.filter((other) => other !== each))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <select aria-label={t('choose')} value="" onChange={({ target }) => set([...chosen, target.value])}>
        <option value="">{t('choose')}</option>
        <Options options={options.filter((option) => !chosen.includes(option.value))} />
      </select>
    </>
  );
}
