'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Checked } from '../server/check-texts.ts';
import type { DeskFile } from '../server/files.ts';
import { ask } from './ask.ts';

/** The text of each open file. */
type FileTexts = Readonly<Record<string, string>>;

/** `waiting` is kept in the browser until the preview can show it. */
type Status = 'saved' | 'checking' | 'waiting' | 'unreachable' | 'conflict' | 'refused';

/** What an editor works with: texts that may not be saved yet, what the gate finds in them, and the steps back. */
export interface Editor {
  readonly texts: FileTexts;
  /** Changes texts. Changes with the same name, one after the other, are one step back. */
  readonly change: (changed: FileTexts, name: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly checked: Checked | null;
  readonly status: Status;
  /** Why the last texts were not written, when the server gave a reason. */
  readonly reason: string | null;
  /** Files that changed on disk meanwhile. */
  readonly conflicts: readonly DeskFile[];
  /** Ends a conflict: keeps the text of this screen, or takes the one on disk. */
  readonly resolve: (file: string, choice: 'own' | 'disk') => void;
  /** Checks and saves again, after something outside of these texts changed. */
  readonly refresh: () => void;
}

/** The files as this screen last read them from disk. */
type Disk = RefObject<Map<string, DeskFile>>;

const pause = 400;
const longest = 200;

/** Keeps each change in the browser at once, checks it after a pause, and writes it when the preview can show the site. */
export function useEditor(files: readonly DeskFile[], language: string, key: string | null): Editor {
  const disk = useRef(new Map(files.map((each) => [each.file, each])));
  const [conflicts, setConflicts] = useState<readonly DeskFile[]>([]);
  const [turn, setTurn] = useState(0);
  const steps = useSteps(Object.fromEntries(files.map(({ file, text }) => [file, text])), (now) => keep(now, disk));
  const { texts, change } = steps;
  const refresh = () => setTurn((now) => now + 1);
  const saving = useSaving({ texts, disk, language, key, conflicts, setConflicts, turn });

  // After the first picture, so that server and browser render the same.
  useEffect(() => {
    addEventListener('online', refresh);
    const found = files.flatMap((each) => kept(each.file) ?? []);
    if (found.length > 0) {
      change(Object.fromEntries(found.map(({ file, text }) => [file, text])), 'kept');
      const stale = found.filter(({ file, version }) => version !== disk.current.get(file)?.version);
      setConflicts(stale.flatMap(({ file }) => disk.current.get(file) ?? []));
    }
    return () => removeEventListener('online', refresh);
  }, []);

  const resolve = (file: string, choice: 'own' | 'disk') => {
    const onDisk = conflicts.find((each) => each.file === file);
    if (!onDisk) return;
    disk.current.set(file, onDisk);
    localStorage.removeItem(nameOf(file));
    setConflicts(conflicts.filter((each) => each.file !== file));
    if (choice === 'disk') change({ [file]: onDisk.text }, `resolve ${file}`);
    else keep(texts, disk);
  };
  return { ...steps, ...saving, conflicts, resolve, refresh };
}

/* Texts that are not on disk yet, in the storage of the browser: they survive a closed window, a crash and a stopped server. */

const nameOf = (file: string) => `desk ${file}`;

/** The kept text of a file with the version that it began from; null when there is none. */
function kept(file: string): DeskFile | null {
  const found = localStorage.getItem(nameOf(file));
  return found === null ? null : (JSON.parse(found) as DeskFile);
}

/** Keeps the texts that differ from the disk, each with the version that it began from. */
function keep(texts: FileTexts, disk: Disk): void {
  for (const [file, text] of Object.entries(texts)) {
    const onDisk = disk.current.get(file);
    if (text === onDisk?.text) localStorage.removeItem(nameOf(file));
    else {
      const version = kept(file)?.version ?? onDisk?.version ?? null;
      try {
        localStorage.setItem(nameOf(file), JSON.stringify({ file, text, version }));
      } catch {
        // The storage is full. The text is still in the open window.
      }
    }
  }
}

interface Saving {
  readonly texts: FileTexts;
  readonly disk: Disk;
  readonly language: string;
  readonly key: string | null;
  readonly conflicts: readonly DeskFile[];
  readonly setConflicts: (files: readonly DeskFile[]) => void;
  /** Another number checks the same texts again. */
  readonly turn: number;
}

type Outcome = Pick<Editor, 'status' | 'reason'>;

function useSaving(saving: Saving) {
  const { texts, language, key, conflicts, turn } = saving;
  const [checked, setChecked] = useState<Checked | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ status: 'checking', reason: null });
  useEffect(() => {
    let isCurrent = true;
    setOutcome({ status: conflicts.length > 0 ? 'conflict' : 'checking', reason: null });
    const timer = setTimeout(async () => {
      const answer = await ask<Checked>(language, 'check', { texts, key });
      if (!isCurrent) return;
      if (answer.ok) setChecked(answer.value);
      if (conflicts.length > 0) return;
      if (!answer.ok) return setOutcome(failed(answer));
      const next = answer.value.canShow ? await write(saving) : { status: 'waiting' as const, reason: null };
      if (isCurrent) setOutcome(next);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [texts, conflicts, turn]);
  return { checked, ...outcome };
}

const failed = ({ status, reason }: { readonly status: number; readonly reason: string | null }): Outcome => ({
  status: status === 0 ? 'unreachable' : 'refused',
  reason,
});

/** Writes the texts that differ from the disk. */
async function write({ texts, disk, language, setConflicts }: Saving): Promise<Outcome> {
  const changed = Object.entries(texts).filter(([file, text]) => text !== disk.current.get(file)?.text);
  if (changed.length === 0) return { status: 'saved', reason: null };
  const files = changed.map(([file, text]) => ({ file, text, version: disk.current.get(file)?.version ?? null }));
  const answer = await ask<{ versions: Record<string, string> }>(language, 'save', { files });
  if (answer.ok) {
    for (const { file, text } of files) {
      const version = answer.value.versions[file] ?? null;
      disk.current.set(file, { file, text, version });
      // The editor may have typed on meanwhile.
      const newer = kept(file);
      if (newer?.text === text) localStorage.removeItem(nameOf(file));
      else if (newer) localStorage.setItem(nameOf(file), JSON.stringify({ ...newer, version }));
    }
    return { status: 'saved', reason: null };
  }
  if (answer.status !== 409) return failed(answer);
  setConflicts((answer.data as { conflicts: DeskFile[] }).conflicts);
  return { status: 'conflict', reason: null };
}

interface Step {
  readonly texts: FileTexts;
  readonly name: string;
}

/** @param onTexts is called with every new state of the texts */
function useSteps(
  first: FileTexts,
  onTexts: (texts: FileTexts) => void,
): Pick<Editor, 'texts' | 'change' | 'undo' | 'redo'> {
  const [texts, setTexts] = useState(first);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const set = (next: FileTexts) => {
    onTexts(next);
    setTexts(next);
  };
  const step = (from: readonly Step[], setFrom: typeof setPast, to: readonly Step[], setTo: typeof setPast) => {
    const last = from.at(-1);
    if (!last) return null;
    return () => {
      setFrom(from.slice(0, -1));
      setTo([...to, { texts, name: last.name }]);
      set(last.texts);
    };
  };
  return {
    texts,
    change: (changed, name) => {
      if (past.at(-1)?.name !== name) setPast([...past.slice(-longest), { texts, name }]);
      setFuture([]);
      set({ ...texts, ...changed });
    },
    undo: step(past, setPast, future, setFuture),
    redo: step(future, setFuture, past, setPast),
  };
}
