import { cache } from 'react';
import { gateMessages } from '#edit/report/messages.ts';
import { formatFindings } from '#edit/report/terminal.ts';
import { sourceReader } from '#edit/source.ts';
import { type TwinState, twinStatesOf } from '#edit/translations.ts';
import { siteDay } from '#gate/finding/days.ts';
import { stopsSite } from '#gate/finding/finding.ts';
import { type LoadResult, loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import type { OpenPoints } from '#lib/records/open-points.ts';
import type { Site } from '#lib/site/site.ts';
import { storedSite } from '#lib/site/stored-site.ts';

const isPreview = process.env.NODE_ENV === 'development';
const root = process.cwd();

// The gate reads content from disk; this import makes the bundler of the preview watch the files.
if (process.env.NODE_ENV === 'development') {
  import.meta.glob(['../content/**/*.yaml', '../content/**/*.mdx'], { query: '?raw', eager: true });
}

const load: () => LoadResult = cache(() =>
  loadSite({ root, languages, drafts: true, preview: true, day: siteDay(process.env) }),
);

let stored: Site | null = null;

/**
 * The site: in a build the one that the content check stored, in the preview checked anew at each request, because editors change
 * it.
 * @throws Error with all findings in words when the content has errors
 */
export function getSite(): Site {
  if (isPreview) return checkedSite();
  stored ??= storedSite(root);
  return stored;
}

/** What only the client can answer, for the preview; null when the file cannot be read. */
export const getOpenPoints: () => OpenPoints | null = cache(() => load().openPoints);

/** The state of the twins of each page, for the preview; available while the content has errors too. */
export const getTwinStates: () => TwinState[][] = cache(() => twinStatesOf(load().pageStates));

function checkedSite(): Site {
  const { site, findings } = load();
  if (site) return site;
  const reasons = findings.filter((finding) => stopsSite(finding, isPreview));
  const report = formatFindings(reasons, {
    messages: gateMessages(root, languages),
    textOf: sourceReader(root),
  });
  throw new Error(`The content cannot be shown:\n\n${report}`);
}
