'use client';

import { createContext, useContext } from 'react';
import type { Pairs } from '../model/pairs.ts';
import type { Texts } from '../model/parts.ts';
import type { ShownFinding } from '../server/check-texts.ts';
import type { OpenPage } from '../server/content.ts';
import type { Version } from '../server/git.ts';
import type { Editor } from './use-editor.ts';

/** What every screen of the desk gets from the server: the language of the editor, those of the site, and its title. */
export interface ScreenProps {
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[];
  readonly title: string;
}

/** What every field of an editor needs. */
interface Desk extends ScreenProps {
  readonly editor: Editor;
  readonly versions: readonly Version[];
  readonly findings: ReadonlyMap<string, readonly ShownFinding[]>;
  /** Remembers in which language and at which words the editor works, to show them in the preview. */
  readonly onVisit: (code: string, words: string) => void;
  readonly page: EditedPage | null;
}

interface EditedPage extends OpenPage {
  readonly texts: Texts;
  /** Null when the texts do not pair up. */
  readonly pairs: Pairs | null;
  /** Changes texts; changes with the same name, one after the other, are one step back. */
  readonly onTexts: (texts: Texts, name: string) => void;
}

export const DeskContext = createContext({} as Desk);

/** What the fields within an editor need. */
export const useDesk = () => useContext(DeskContext);

/** The open page, for its parts. */
export const usePage = () => useDesk().page as EditedPage;
