import type { OpenPoints } from '#lib/records/open-points.ts';
import { deepFreeze, type Site, withoutDrafts } from '#lib/site/site.ts';
import { assemble } from './assemble.ts';
import { type CheckOptions, type CheckResult, check } from './check.ts';
import { stopsSite } from './finding/finding.ts';

export interface LoadOptions extends CheckOptions {
  /** Whether pages with `draft: true` are part of the site. */
  readonly drafts: boolean;
  /** Whether the site is only previewed: an error that waits until publishing does not stop it. */
  readonly preview?: boolean;
}

export interface LoadResult extends Pick<CheckResult, 'findings' | 'pageStates'> {
  /** What only the client can answer; null when the file cannot be read. */
  readonly openPoints: OpenPoints | null;
  /** Null when a finding stops the site. */
  readonly site: Site | null;
}

/** Reads and checks all content. With an error there is no site. */
export function loadSite({ drafts, preview = false, ...options }: LoadOptions): LoadResult {
  const { content, findings, pageStates } = check(options);
  const openPoints = content.openPoints.value;
  if (findings.some((finding) => stopsSite(finding, preview))) return { site: null, findings, pageStates, openPoints };
  const site = assemble(content, options.day ?? null);
  return { site: deepFreeze(drafts ? site : withoutDrafts(site)), findings, pageStates, openPoints };
}
