import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Hosting } from '../hosts/hosting.ts';
import { nearPaths } from '../hosts/near-paths.ts';
import { notFoundFile } from '../hosts/site-files.ts';

/** The compressed forms of each text, best first, and the text itself. */
export const forms = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
  { encoding: 'identity', suffix: '' },
] as const;

/** The suffix of a form: `.br`, `.gz` or nothing. */
export type Suffix = (typeof forms)[number]['suffix'];

/** What the server needs from a build: its rules, its folder, and the error page in each form. */
export interface Build extends Hosting {
  /** Absolute path of `out/site`. */
  readonly site: string;
  /** The page that each path in lower case means. */
  readonly near: Readonly<Record<string, string>>;
  readonly errorPage: ReadonlyMap<Suffix, Buffer>;
}

/**
 * Reads a build, and reads it again when a new build has replaced it: new pages need the new Content-Security-Policy.
 * @param out absolute path of `out`
 * @returns a function that gives the build as it is now
 * @throws Error when the build is incomplete
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
      // The folder is being replaced right now: use what was read before.
    }
    return build;
  };
}

function readBuild(out: string, rules: string): Build {
  const site = path.join(out, 'site');
  const errorPage = new Map(forms.map(({ suffix }) => [suffix, readFileSync(path.join(site, notFoundFile + suffix))]));
  const hosting = JSON.parse(readFileSync(rules, 'utf8')) as Hosting;
  return { ...hosting, site, near: nearPaths(hosting), errorPage };
}
