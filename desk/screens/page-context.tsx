'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Texts } from '../model/edits.ts';
import type { PaletteEntry, Target } from '../server/screens-data.ts';

/** What the parts of a page need. */
export interface PageContextValue {
  /** The text of the page in each language. */
  readonly texts: Texts;
  /** Changes texts; changes with the same name, one after the other, are one step back. */
  readonly onTexts: (texts: Texts, name: string) => void;
  readonly palette: readonly PaletteEntry[];
  readonly targets: readonly Target[];
  /** Whether the template leaves room for bands. */
  readonly isWide: boolean;
}

const Context = createContext<PageContextValue | null>(null);

/** Gives the page to its parts. */
export function PageProvider({ value, children }: { readonly value: PageContextValue; readonly children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The open page; throws outside of one. */
export function usePage(): PageContextValue {
  const value = useContext(Context);
  if (!value) throw new Error('A part outside of a page.');
  return value;
}
