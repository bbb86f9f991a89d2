'use client';

import { createContext, useContext } from 'react';
import type { Texts } from '../model/parts.ts';
import type { ShownFinding } from '../server/check-texts.ts';
import type { PaletteEntry } from '../server/content.ts';
import type { Option } from '../server/form.ts';
import type { Editor } from './use-editor.ts';

/** What every screen of the desk gets from the server. */
export interface ScreenProps {
  /** The language of the editor. */
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[];
  readonly title: string;
}

/** What the parts of a page need. */
export interface OpenPage {
  readonly key: string;
  /** The text of the page in each language. */
  readonly texts: Texts;
  /** Changes texts; changes with the same name, one after the other, are one step back. */
  readonly onTexts: (texts: Texts, name: string) => void;
  readonly palette: readonly PaletteEntry[];
  /** By the language of the text. */
  readonly targets: Readonly<Record<string, readonly Option[]>>;
  /** Whether the template leaves room for bands. */
  readonly isWide: boolean;
}

/** What every field of a screen needs. */
export interface Desk extends Omit<ScreenProps, 'title'> {
  readonly editor: Editor;
  readonly findings: ReadonlyMap<string, readonly ShownFinding[]>;
  /** Remembers in which language and at which words the editor works, to show them in the preview. */
  readonly onVisit: (code: string, words: string) => void;
  readonly page: OpenPage | null;
}

export const DeskContext = createContext<Desk | null>(null);

/** The context; throws outside of an editor. */
export function useDesk(): Desk {
  const value = useContext(DeskContext);
  if (!value) throw new Error('A field outside of an editor.');
  return value;
}

/** The open page; throws outside of one. */
export function usePage(): OpenPage {
  const { page } = useDesk();
  if (!page) throw new Error('A part outside of a page.');
  return page;
}
