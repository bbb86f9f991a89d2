import type { Language } from '../languages/languages.ts';
import { type Found, foundAt } from './found.ts';

/** The whole numbers in a text: `1.000` and `1 000` are 1000, the parts of `9.30`, `9 h 30` and `9u30` are 9 and 30. */
export function findNumbers(text: string): (Found & { readonly value: number })[] {
  return [...text.matchAll(/\d{1,3}(?:[.\s]\d{3})+(?!\d)|\d+/g)].map((match) => ({
    ...foundAt(match),
    value: Number(digitsOf(match[0])),
  }));
}

/** An amount of a thousand or more. */
export interface FoundAmount extends Found {
  /** The mark between the groups of three digits; null without groups. */
  readonly separator: string | null;
}

/** The amounts in a text that are in groups of three digits, or have five digits or more. Parts of codes and decimals are not amounts. */
export function findAmounts(text: string): FoundAmount[] {
  const pattern =
    /(?<![\p{L}\d.,+/@_-]|\d )(?:[1-9]\d{4,}|[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*)(?![\p{L}\d@_/-]|[.,]\d| \d)/gu;
  return [...text.matchAll(pattern)].map((match) => ({ ...foundAt(match), separator: match[1] ?? null }));
}

/** The amounts with decimals, `1.000,50` and `1,000.50`: digits in groups, then another mark and two digits. */
export function findDecimals(text: string): Found[] {
  return [
    ...text.matchAll(/(?<![\p{L}\d.,+/@_-])[1-9]\d{0,2}(?:([.,' ])\d{3})+(?!\1)[.,]\d{2}(?![\p{L}\d@_/-]|[.,]\d)/gu),
  ].map(foundAt);
}

/** The mark that a language writes before decimals. */
export function decimalMark({ tag }: Language): string {
  return new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? ',';
}

/** An amount with its digits in groups of three. */
export function grouped(written: string, separator: string): string {
  return digitsOf(written).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** The mark that a language writes between groups of three digits, as editors type it: an ordinary space for any space. */
export function groupSeparator({ tag }: Language): string {
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1_000_000);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ' ';
  return /\s/.test(group) ? ' ' : group;
}

const digitsOf = (written: string) => written.replace(/\D/g, '');
