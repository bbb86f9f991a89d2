import { inLanguage } from '#lib/languages/languages.ts';
import { readLink } from '#lib/site/links.ts';
import { type Finding, type Place, type Position, rule, startOfFile } from '../finding/finding.ts';
import type { PageFile } from '../read/files.ts';
import { changeOf, showChange } from './change.ts';
import type { ConfirmedSection, Counterparts } from './confirmation.ts';
import type { Piece } from './outline.ts';
import { gapsBetween, type Missing, missingLinks, missingValues, type Side } from './parity.ts';
import {
  type ConfirmationFile,
  confirmationFileOf,
  confirmedIndexes,
  type PageState,
  type SectionHistory,
  sinceOf,
} from './state.ts';

export const missingPiece = rule({ code: 'C110', severity: 'error', guide: 'twins', waits: true });
export const differentPiece = rule({ code: 'C111', severity: 'error', guide: 'twins', waits: true });
export const missingLink = rule({ code: 'C112', severity: 'error', guide: 'twins', waits: true });
export const missingValue = rule({ code: 'C113', severity: 'error', guide: 'twins', waits: true });
export const behindSection = rule({ code: 'C120', severity: 'error', guide: 'twins', waits: true });
export const changedSections = rule({ code: 'C121', severity: 'error', guide: 'twins', waits: true });
export const unconfirmedPage = rule({ code: 'C122', severity: 'error', guide: 'twins', waits: true });
export const unreadableConfirmation = rule({ code: 'C123', severity: 'error', guide: 'twins', waits: true });
export const strayConfirmation = rule({ code: 'C124', severity: 'error', guide: 'places' });

interface AllTwins {
  readonly states: readonly PageState[];
  readonly confirmations: readonly ConfirmationFile[];
  /** Public address of the site. */
  readonly origin: string;
}

/** The differences between the twins of every page. A section that is out of date has one finding, and none for each number in it. */
export function checkTwinStates({ states, confirmations, origin }: AllTwins): Finding[] {
  const keys = new Set(states.map(({ key }) => key));
  const strays = confirmations
    .filter(({ key }) => !keys.has(key))
    .map(({ file }) => strayConfirmation.at(startOfFile(file)));
  const identify = identifierOf(states, origin);
  return [...strays, ...states.flatMap((state) => checkPage(state, identify))];
}

/** Identifies the target of a link, independent of the language. */
type Identify = (target: string, language: string) => string;

function checkPage(state: PageState, identify: Identify): Finding[] {
  const { comparison, twins } = state;
  switch (comparison.kind) {
    case 'draft':
    case 'faulty':
      return [];
    case 'uneven':
      return checkStructure(twins, comparison.confirmed);
    case 'unconfirmed': {
      const rule = comparison.isUnreadable ? unreadableConfirmation : unconfirmedPage;
      return [
        rule.at(startOfFile(confirmationFileOf(state)), { key: state.key }),
        ...checkSections(state, comparison.sections, identify),
      ];
    }
    case 'confirmed': {
      const { sections } = comparison;
      const balanced = sections.filter(({ behind }) => behind.length === 0);
      return [
        ...sections.flatMap((section) => behindFindings(state, section)),
        ...changedFindings(
          state,
          balanced.filter(({ changed }) => changed.length > 0),
        ),
        ...checkSections(
          state,
          balanced.flatMap(({ now }) => (now ? [now] : [])),
          identify,
        ),
      ];
    }
  }
}

/** Reports pieces that a twin lacks (C110) and pieces that differ (C111). */
function checkStructure(twins: readonly PageFile[], confirmed: readonly ConfirmedSection[]): Finding[] {
  const findings = pairsOf(twins).flatMap(([mine, theirs]): Finding[] => {
    const gaps = gapsBetween(sideOf(mine, confirmed), sideOf(theirs, confirmed));
    return gaps.flatMap((gap) => {
      const [here] = gap.mine;
      const [there] = gap.theirs;
      if (!there) return [];
      const details = { there: list(gap.theirs), twin: `${theirs.file}:${there.line}` };
      if (!here) return missingPiece.at(placeIn(mine, gap.position), details);
      // A difference is reported once, in the later of the two files.
      if (mine.file < theirs.file) return [];
      return differentPiece.at(placeIn(mine, here), { ...details, here: list(gap.mine) });
    });
  });
  return withoutRepeats(findings, placeKey);
}

function sideOf({ outline, language }: PageFile, confirmed: readonly ConfirmedSection[]): Side {
  const { pieces = [], sections = [] } = outline ?? {};
  return { pieces, confirmedIndexes: confirmedIndexes(confirmed, sections, language) };
}

function list(pieces: readonly Piece[]): string {
  const shown = pieces.slice(0, 3).map(({ written }) => (written.length > 60 ? `${written.slice(0, 59)}…` : written));
  return [...shown, ...(pieces.length > 3 ? ['…'] : [])].join(', ');
}

/** Reports a section in each language in which it is out of date, with the change of another language (C120). */
function behindFindings(state: PageState, history: SectionHistory): Finding[] {
  const { key, twins } = state;
  const { confirmed, now, changed, behind } = history;
  const source = twins.find(({ language }) => language === changed[0]);
  if (!source) return [];
  const there = now?.[source.language];
  const change = showChange(changeOf(confirmed?.texts[source.language] ?? '', there?.text ?? ''));
  return twins
    .filter(({ language }) => behind.includes(language))
    .map((mine) => {
      const section = now?.[mine.language];
      // In both languages: the editor who changed one text may not read the other language.
      const place = { ...placeIn(mine, section ?? { line: 1, column: 1 }), language: null };
      return behindSection.at(place, {
        key,
        section: section?.title || 'none',
        twin: `${source.file}:${there?.line ?? 1}`,
        since: sinceOf(state, history),
        change,
      });
    });
}

/** Reports sections that changed in every language (C121): one finding for the page, since one command confirms them all. */
function changedFindings(state: PageState, sections: readonly SectionHistory[]): Finding[] {
  if (sections.length === 0) return [];
  const places = state.twins.map(({ file, language }) => {
    const lines = sections.flatMap(({ now }) => now?.[language]?.line ?? []);
    return lines.length > 0 ? `${file}:${lines.join(',')}` : file;
  });
  const details = { key: state.key, places: places.join(' – ') };
  return [changedSections.at(startOfFile(confirmationFileOf(state)), details)];
}

/** Reports links (C112) and values (C113) that a section lacks and its counterpart has. */
function checkSections({ twins }: PageState, sections: readonly Counterparts[], identify: Identify): Finding[] {
  const findings = pairsOf(twins).flatMap(([mine, theirs]) => {
    const my = (target: string) => identify(target, mine.language);
    const their = (target: string) => identify(target, theirs.language);
    return sections.flatMap((section) => {
      const [here, there] = [inLanguage(section, mine.language), inLanguage(section, theirs.language)];
      const place = placeIn(mine, here);
      const detailsOf = ({ written, line }: Missing) => ({
        there: written,
        twin: `${theirs.file}:${line}`,
        section: here.title || 'none',
      });
      return [
        ...missingLinks(here, there, my, their).map((link) => missingLink.at(place, detailsOf(link))),
        ...missingValues(here, there).map((value) => missingValue.at(place, detailsOf(value))),
      ];
    });
  });
  return withoutRepeats(findings, (finding) => `${placeKey(finding)} ${finding.details['there']}`);
}

/** Every two twins, in both orders: each lacks something in its own file. */
function pairsOf(twins: readonly PageFile[]): [PageFile, PageFile][] {
  return twins.flatMap((mine) =>
    twins.filter((each) => each !== mine).map((theirs): [PageFile, PageFile] => [mine, theirs]),
  );
}

/** Keeps the first finding of each key: two twins may both have what a third one lacks. */
function withoutRepeats(findings: readonly Finding[], keyOf: (finding: Finding) => string): Finding[] {
  const firsts = new Map(findings.toReversed().map((finding) => [keyOf(finding), finding]));
  return findings.filter((finding) => firsts.get(keyOf(finding)) === finding);
}

const placeKey = ({ code, file, line, column }: Finding) => `${code} ${file}:${line}:${column}`;

/** Identifies a target by page and position of the heading. Other sites count as the same target: they may have an address per language. */
function identifierOf(states: readonly PageState[], origin: string): Identify {
  const anchors = new Map(
    states.flatMap(({ key, twins }) =>
      twins.map(({ language, body }) => [`${language} ${key}`, body?.headings.map(({ anchor }) => anchor) ?? []]),
    ),
  );
  return (target, language) => {
    const link = readLink(target, origin);
    if (link.to === 'site') return 'another site';
    if (link.to !== 'page' || link.anchor === null) return target;
    return `page:${link.key}#${anchors.get(`${language} ${link.key}`)?.indexOf(link.anchor)}`;
  };
}

function placeIn({ file, language }: PageFile, { line, column }: Position): Place {
  return { file, language, line, column };
}
