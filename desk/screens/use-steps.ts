'use client';

import { useState } from 'react';

/** The text of each open file. */
export type FileTexts = Readonly<Record<string, string>>;

/** Texts with the steps back and forth. */
export interface Steps {
  readonly texts: FileTexts;
  /** Changes texts. Changes with the same name, one after the other, are one step back. */
  readonly change: (changed: FileTexts, name: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

interface Step {
  readonly texts: FileTexts;
  readonly name: string;
}

const longest = 200;

/** @param onTexts is called with every new state of the texts */
export function useSteps(first: FileTexts, onTexts: (texts: FileTexts) => void): Steps {
  const [texts, setTexts] = useState(first);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const set = (next: FileTexts) => {
    onTexts(next);
    setTexts(next);
  };
  const [back, forth] = [past.at(-1), future.at(-1)];
  return {
    texts,
    change: (changed, name) => {
      setPast((before) => (before.at(-1)?.name === name ? before : [...before.slice(-longest), { texts, name }]));
      setFuture([]);
      set({ ...texts, ...changed });
    },
    undo: back
      ? () => {
          setPast(past.slice(0, -1));
          setFuture([...future, { texts, name: back.name }]);
          set(back.texts);
        }
      : null,
    redo: forth
      ? () => {
          setFuture(future.slice(0, -1));
          setPast([...past, { texts, name: forth.name }]);
          set(forth.texts);
        }
      : null,
  };
}
