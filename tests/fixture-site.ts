import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages } from '#lib/languages/languages.ts';

/*
 * A small site whose words no editor changes: tests of code that need content use it, so that a mistake in the real content fails the
 * content check alone.
 */

/** The folder around its `content/`. */
export const fixtureRoot = path.resolve(import.meta.dirname, 'fixtures/faults/site');

/** The languages that it has; another one of the real site does not concern it. */
export const fixtureLanguages: readonly Language[] = languages.filter(({ code }) =>
  existsSync(path.join(fixtureRoot, `content/pages/home/${code}.mdx`)),
);

/** The day on which it has no finding. */
export const fixtureDay = '2026-11-21';

/** Replaces the content of a copy of the project; the guide and the prepared notices stay, because commands and tests read them. */
export function useFixtureContent(root: string): void {
  const target = path.join(root, 'content');
  for (const name of readdirSync(target)) {
    if (!['guide', 'notices', 'README.md'].includes(name)) rmSync(path.join(target, name), { recursive: true });
  }
  cpSync(path.join(fixtureRoot, 'content'), target, { recursive: true });
}
