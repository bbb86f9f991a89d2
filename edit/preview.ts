import { execFileSync } from 'node:child_process';
import { assemble, assembleNotices, isCurrent } from '#gate/assemble.ts';
import { type CheckOptions, type CheckResult, type Content, check } from '#gate/check.ts';
import { type Finding, stopsSite } from '#gate/finding/finding.ts';
import { documentOfPage, pageOfFile, pathOf, pictureOfPage } from '#gate/read/files.ts';
import { criteriaFile, lastRunFile, statementFile } from '#gate/rules/accessibility.ts';
import type { Language } from '#lib/languages/languages.ts';
import { synonymsFile } from '#lib/records/synonyms.ts';
import type { Notice } from '#lib/site/notices.ts';
import { deepFreeze, homeKey, type Site, withPages } from '#lib/site/site.ts';

/** The site as the preview shows it, with whatever editors have saved. */
export interface Preview {
  /** Null when a file that every page needs can be read neither as it is nor as it was committed. */
  readonly site: Site | null;
  /** The errors that stop the site from being built; empty when there are none. */
  readonly reasons: readonly Finding[];
  /** The keys of the pages that cannot be shown because of them. */
  readonly broken: ReadonlySet<string>;
  /** The notices of other days, which are to come or over. */
  readonly waiting: readonly Notice[];
  readonly result: CheckResult;
}

/**
 * Reads and checks all content for the preview. Errors take away as little as possible: a page with errors is `broken`; a file that cannot
 * be read is replaced by its last committed version, or left out, and whatever misses it is broken, too.
 */
export function previewSite(options: CheckOptions): Preview {
  const result = check(options);
  const reasonsOf = ({ findings }: CheckResult) => findings.filter((finding) => stopsSite(finding, true));
  const reasons = reasonsOf(result);
  const faulty = [...reasons];
  const texts = new Map<string, string | null>();
  let { content } = result;
  for (const replacement of [committed, () => null]) {
    const lost = lostFiles(content);
    if (lost.length === 0) break;
    for (const file of lost) texts.set(file, replacement(options.root, file));
    const mended = check({ ...options, texts });
    faulty.push(...reasonsOf(mended));
    ({ content } = mended);
  }
  const broken = new Set(faulty.flatMap(({ file }) => pageOf(file, options.languages) ?? []));
  const day = options.day ?? null;
  const site = siteOf(content, day);
  const isWaiting = (notice: Pick<Notice, 'begin' | 'end'>) => !isCurrent(notice, day);
  const waiting = site ? assembleNotices(content, { ...site, units: site.contacts }, isWaiting) : [];
  return { site, reasons, broken, waiting, result };
}

/** The files without which no site can be assembled, and that cannot be read: of a page, all twins. */
function lostFiles({ pages, contacts, languages, settings, redirects, synonyms, accessibility }: Content): string[] {
  const files = pages.map((twins) => twins.map(({ pageFile }) => pageFile));
  const lostPages = files.filter(
    (twins) =>
      twins.length < languages.length ||
      twins.some((twin) => !twin.frontMatter.value || !twin.body || pathOf(twin) === null),
  );
  const shared = {
    'content/site.yaml': settings,
    'content/redirects.yaml': redirects,
    [synonymsFile]: synonyms,
    ...(accessibility && {
      [criteriaFile]: accessibility.criteria,
      [lastRunFile]: accessibility.run,
      [statementFile]: accessibility.statement,
    }),
  };
  return [
    ...lostPages.flat().map(({ file }) => file),
    ...contacts.filter(({ contact }) => contact === null).map(({ file }) => file),
    ...Object.entries(shared).flatMap(([file, { value }]) => (value === null ? [file] : [])),
  ];
}

/** The last committed version of a file; null without one, or without Git. */
function committed(root: string, file: string): string | null {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['show', `HEAD:./${file}`], { cwd: root, encoding: 'utf8', stdio: [...stdio] });
  } catch {
    return null;
  }
}

/** The key of the page that a file belongs to; null for a file that pages share. */
function pageOf(file: string, languages: readonly Language[]): string | null {
  return (pageOfFile(file, languages) ?? pictureOfPage(file) ?? documentOfPage(file))?.key ?? null;
}

function siteOf(content: Content, day: string | null): Site | null {
  const { settings, redirects, synonyms, contacts, pageKeys } = content;
  const organisation = contacts.find(({ id }) => id === settings.value?.organisation)?.contact;
  if (!organisation?.address || !redirects.value || !synonyms.value || !pageKeys.has(homeKey)) return null;
  const site = assemble(content, day);
  return deepFreeze(withPages(site, site.pages));
}
