'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Checked } from '../server/check-texts.ts';
import type { DeskFile } from '../server/files.ts';
import { useAsk } from './ask.ts';

/** The text of each open file. */
type FileTexts = Readonly<Record<string, string>>;

/** What an editor works with: texts that may not be saved yet, what the gate finds in them, and the steps back. */
export type Editor = ReturnType<typeof useEditor>;

/** How the last texts were written; `waiting` is kept in the browser until the preview can show it. `reason` is that of the server. */
interface Outcome {
  readonly status: 'saved' | 'checking' | 'waiting' | 'unreachable' | 'conflict' | 'refused';
  readonly reason?: string;
}

/** The files as this screen last read them from disk. */
type Disk = RefObject<Map<string, DeskFile>>;

/** Between the last key and the check, in milliseconds: a finding is shown within a second. */
const pause = 250;
const longest = 200;

/**
 * Keeps each change in the browser at once, checks it after a pause, and writes it when the preview can show the site.
 * @param key of the page; null for a record
 */
export function useEditor(files: readonly DeskFile[], key: string | null) {
  const ask = useAsk();
  const disk = useRef(new Map(files.map((each) => [each.file, each])));
  const [conflicts, setConflicts] = useState<readonly DeskFile[]>([]);
  const [turn, setTurn] = useState(0);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ status: 'checking' });
  const steps = useSteps(Object.fromEntries(files.map(({ file, text }) => [file, text])), (now) => keep(now, disk));
  const { texts, change } = steps;
  /** Checks and saves again, after something outside of these texts changed. */
  const refresh = () => setTurn((now) => now + 1);

  useEffect(() => {
    let isCurrent = true;
    setOutcome({ status: conflicts.length > 0 ? 'conflict' : 'checking' });
    const timer = setTimeout(async () => {
      const answer = await ask<Checked>('check', { texts, key });
      if (!isCurrent) return;
      if (answer.ok) setChecked(answer.value);
      if (conflicts.length > 0) return;
      if (!answer.ok) return setOutcome(failed(answer));
      const next = answer.value.canShow ? await write(ask, texts, disk) : { status: 'waiting' as const };
      if ('conflicts' in next) setConflicts(next.conflicts);
      else if (isCurrent) setOutcome(next);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [texts, conflicts, turn]);

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

  /** Ends a conflict with a file that changed on disk: keeps the text of this screen, or takes the one on disk. */
  const resolve = (file: string, choice: 'own' | 'disk') => {
    const onDisk = conflicts.find((each) => each.file === file);
    if (!onDisk) return;
    disk.current.set(file, onDisk);
    localStorage.removeItem(nameOf(file));
    setConflicts(conflicts.filter((each) => each.file !== file));
    if (choice === 'disk') change({ [file]: onDisk.text }, `resolve ${file}`);
    else keep(texts, disk);
  };
  return { ...steps, ...outcome, checked, conflicts, resolve, refresh };
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

const failed = ({ status, reason }: { readonly status: number; readonly reason: string }): Outcome =>
  status === 0 ? { status: 'unreachable' } : { status: 'refused', reason };

/** Writes the texts that differ from the disk. */
async function write(
  ask: ReturnType<typeof useAsk>,
  texts: FileTexts,
  disk: Disk,
): Promise<Outcome | { readonly conflicts: readonly DeskFile[] }> {
  const changed = Object.entries(texts).filter(([file, text]) => text !== disk.current.get(file)?.text);
  if (changed.length === 0) return { status: 'saved' };
  const files = changed.map(([file, text]) => ({ file, text, version: disk.current.get(file)?.version ?? null }));
  const answer = await ask<{ versions: Record<string, string> }>('save', { files });
  if (!answer.ok) return answer.status === 409 ? (answer.data as { conflicts: DeskFile[] }) : failed(answer);
  for (const { file, text } of files) {
    const version = answer.value.versions[file] ?? null;
    disk.current.set(file, { file, text, version });
    // The editor may have typed on meanwhile.
    const newer = kept(file);
    if (newer?.text === text) localStorage.removeItem(nameOf(file));
    else if (newer) localStorage.setItem(nameOf(file), JSON.stringify({ ...newer, version }));
  }
  return { status: 'saved' };
}

/**
 * The steps of a screen. Changes with the same name, one after the other, are one step.
 * @param onTexts is called with every new state of the texts
 */
function useSteps(first: FileTexts, onTexts: (texts: FileTexts) => void) {
  const [{ steps, at }, setSteps] = useState({ steps: [{ texts: first, name: '' }], at: 0 });
  const { texts, name: last } = steps[at] ?? { texts: first, name: '' };
  const go = (to: number) => {
    const target = steps[to];
    if (!target) return null;
    return () => {
      onTexts(target.texts);
      setSteps({ steps, at: to });
    };
  };
  return {
    texts,
    change: (changed: FileTexts, name: string) => {
      const next = { texts: { ...texts, ...changed }, name };
      const before = steps.slice(0, name === last ? at : at + 1).slice(-longest);
      onTexts(next.texts);
      setSteps({ steps: [...before, next], at: before.length });
    },
    undo: go(at - 1),
    redo: go(at + 1),
  };
}
