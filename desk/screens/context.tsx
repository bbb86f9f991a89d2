'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ShownFinding } from '../server/check-texts.ts';
import type { Editor } from './use-editor.ts';

/** What every field of a screen needs. */
export interface DeskContextValue {
  /** The language of the editor. */
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[];
  readonly editor: Editor;
  readonly findings: ReadonlyMap<string, readonly ShownFinding[]>;
  /** Remembers which language and which place of the page the editor works at. */
  readonly onVisit: (code: string, offset: number | null) => void;
}

const Context = createContext<DeskContextValue | null>(null);

/** Gives the context to the fields within. */
export function DeskProvider({ value, children }: { readonly value: DeskContextValue; readonly children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The context; throws outside of an editor. */
export function useDesk(): DeskContextValue {
  const value = useContext(Context);
  if (!value) throw new Error('A field outside of an editor.');
  return value;
}
