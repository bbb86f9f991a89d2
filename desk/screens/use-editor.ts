'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Checked } from '../server/check-texts.ts';
import type { DeskFile } from '../server/files.ts';
import { ask } from './api.ts';
import { discard, keep, kept } from './kept-texts.ts';
import { type FileTexts, type Steps, useSteps } from './use-steps.ts';

/** `waiting` is kept in the browser until the preview can show it. */
type Status = 'saved' | 'checking' | 'waiting' | 'unreachable' | 'conflict' | 'refused';

/** What an editor works with: texts that may not be saved yet, what the gate says about them, and the steps back. */
export interface Editor extends Steps {
  readonly checked: Checked | null;
  readonly status: Status;
  /** Why the last texts were not written, when the server said so. */
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

/** Keeps each change in the browser at once, checks it after a pause, and writes it when the preview can show the site. */
export function useEditor(files: readonly DeskFile[], language: string, key: string | null): Editor {
  const disk = useRef(new Map(files.map((each) => [each.file, each])));
  const [conflicts, setConflicts] = useState<readonly DeskFile[]>([]);
  const [turn, setTurn] = useState(0);
  const steps = useSteps(Object.fromEntries(files.map(({ file, text }) => [file, text])), (texts) =>
    keepTexts(texts, disk),
  );
  const { texts, change } = steps;
  const saving = useSaving({ texts, disk, language, key, conflicts, setConflicts, turn });

  // After the first picture, so that server and browser render the same.
  useEffect(() => {
    const found = files.flatMap((each) => kept(each.file) ?? []);
    if (found.length === 0) return;
    change(Object.fromEntries(found.map(({ file, text }) => [file, text])), 'kept');
    const stale = found.filter(({ file, version }) => version !== disk.current.get(file)?.version);
    setConflicts(stale.flatMap(({ file }) => disk.current.get(file) ?? []));
  }, []);

  return {
    ...steps,
    ...saving,
    conflicts,
    resolve: (file, choice) => {
      const onDisk = conflicts.find((each) => each.file === file);
      if (!onDisk) return;
      disk.current.set(file, onDisk);
      setConflicts(conflicts.filter((each) => each.file !== file));
      if (choice === 'disk') change({ [file]: onDisk.text }, `resolve ${file}`);
      else keepTexts(texts, disk);
    },
    refresh: () => setTurn((now) => now + 1),
  };
}

/** Keeps the texts that differ from the disk in the browser, with the version that they began from. */
function keepTexts(texts: FileTexts, disk: Disk): void {
  for (const [file, text] of Object.entries(texts)) {
    const onDisk = disk.current.get(file);
    if (text === onDisk?.text) discard(file);
    else keep({ file, text, version: kept(file)?.version ?? onDisk?.version ?? null });
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

/** How an attempt to save ended; without a status when nothing could be tried. */
interface Outcome {
  readonly status?: Status;
  readonly reason?: string | null;
}

function useSaving({ texts, disk, language, key, conflicts, setConflicts, turn }: Saving) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [status, setStatus] = useState<Status>('checking');
  const [reason, setReason] = useState<string | null>(null);
  // A new turn checks the same texts again.
  useEffect(() => {
    let isCurrent = true;
    setStatus(conflicts.length > 0 ? 'conflict' : 'checking');
    const timer = setTimeout(async () => {
      const answer = await ask<Checked>(language, 'check', { texts, key });
      if (!isCurrent) return;
      if (answer.ok) setChecked(answer.value);
      const outcome = await outcomeOf(answer.ok ? answer.value : null);
      if (!isCurrent || conflicts.length > 0) return;
      setReason(outcome.reason ?? (answer.ok ? null : answer.reason));
      setStatus(outcome.status ?? (answer.ok || answer.status > 0 ? 'refused' : 'unreachable'));
    }, pause);
    const outcomeOf = async (value: Checked | null): Promise<Outcome> => {
      if (!value || conflicts.length > 0) return {};
      if (!value.canShow) return { status: 'waiting' };
      return write(texts, disk, language, setConflicts);
    };
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [texts, conflicts, turn]);
  return { checked, status, reason };
}

/** Writes the texts that differ from the disk. */
async function write(
  texts: FileTexts,
  disk: Disk,
  language: string,
  onConflicts: Saving['setConflicts'],
): Promise<Outcome> {
  const changed = Object.entries(texts).filter(([file, text]) => text !== disk.current.get(file)?.text);
  if (changed.length === 0) return { status: 'saved' };
  const files = changed.map(([file, text]) => ({ file, text, version: disk.current.get(file)?.version ?? null }));
  const answer = await ask<{ versions: Record<string, string> }>(language, 'save', { files });
  if (answer.ok) {
    for (const { file, text } of files) {
      const version = answer.value.versions[file] ?? null;
      disk.current.set(file, { file, text, version });
      // Somebody may have typed on meanwhile.
      const newer = kept(file);
      if (newer?.text === text) discard(file);
      else if (newer) keep({ ...newer, version });
    }
    return { status: 'saved' };
  }
  if (answer.status === 409) {
    onConflicts((answer.data as { conflicts: DeskFile[] }).conflicts);
    return { status: 'conflict' };
  }
  return { status: answer.status === 0 ? 'unreachable' : 'refused', reason: answer.reason };
}
