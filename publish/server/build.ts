import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Hosting } from '../hosts/hosting.ts';
import { notFoundFile } from '../hosts/site-files.ts';

/** What one build left behind: its rules, its folder, and the error page in its three forms. */
export interface Build extends Hosting {
  readonly site: string;
  readonly errorPage: Readonly<Record<string, Buffer>>;
}

/** The compressed forms that lie beside each text, best first; the last one is the text itself. */
export const forms = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
  { encoding: 'identity', suffix: '' },
] as const;

/**
 * Reads the build, and reads it again once another one has taken its place: the new pages need the new
 * Content-Security-Policy.
 */
export function latestBuild(out: string): () => Build {
  const rules = path.join(out, 'hosting.json');
  let build = readBuild(out, rules);
  let read = statSync(rules).mtimeMs;
  return () => {
    try {
      const modified = statSync(rules).mtimeMs;
      if (modified !== read) [build, read] = [readBuild(out, rules), modified];
    } catch {
      // The folder is being replaced at this very moment: what was read before still holds.
    }
    return build;
  };
}

function readBuild(out: string, rules: string): Build {
  const site = path.join(out, 'site');
  const errorPage = Object.fromEntries(
    forms.map(({ suffix }) => [suffix, readFileSync(path.join(site, notFoundFile + suffix))]),
  );
  return { ...(JSON.parse(readFileSync(rules, 'utf8')) as Hosting), site, errorPage };
}
