import { inLanguage } from '#lib/languages/languages.ts';
import { readLink } from '#lib/site/links.ts';
import type { Finding } from '../finding/finding.ts';
import type { PageFile } from '../read/files.ts';
import { changeOf, showChange } from './change.ts';
import type { Piece } from './outline.ts';
import { gapsBetween, type Lack, missingLinks, missingValues, type Side } from './parity.ts';
import type { Placed } from './placed.ts';
import { type Counterparts, type RecordedSection, recordName } from './record.ts';
import { recordedAs, type SectionHistory } from './staleness.ts';
import { type PageState, type RecordFile, sinceOf } from './state.ts';

interface Whole {
  readonly states: readonly PageState[];
  readonly records: readonly RecordFile[];
  /** Public address of the site. */
  readonly origin: string;
}

/**
 * What the twins of the site do not share: structure first, then what only one of them changed, then links and values. A section
 * that is behind is told once, with the change, and not again for every number in that change.
 */
export function checkTwinsInStep({ states, records, origin }: Whole): Finding[] {
  const keys = new Set(states.map(({ key }) => key));
  const orphans = records.filter(({ key }) => !keys.has(key)).map(({ file }) => at(file, 'C124', {}));
  const identify = identifierOf(states, origin);
  return [...orphans, ...states.flatMap((state) => checkPage(state, identify))];
}

/** What two links of twins must have in common. */
type Identify = (target: string, language: string) => string;

function checkPage(state: PageState, identify: Identify): Finding[] {
  const { comparison, twins } = state;
  switch (comparison.kind) {
    case 'draft':
    case 'faulty':
      return [];
    case 'uneven':
      return checkStructure(twins, comparison.recorded);
    case 'unrecorded':
      return [
        unrecorded(state, comparison.isUnreadable),
        ...checkSections(state, comparison.sections, identify),
      ];
    case 'recorded': {
      const { sections } = comparison;
      const balanced = sections.filter(({ behind }) => behind.length === 0);
      const changed = balanced.filter((section) => section.changed.length > 0);
      const current = balanced.flatMap(({ now }) => (now ? [now] : []));
      return [
        ...sections.flatMap((section) => behindFindings(state, section)),
        ...unsettled(state, changed),
        ...checkSections(state, current, identify),
      ];
    }
  }
}

/** Every two twins have the same headings, components, list items and table rows. */
function checkStructure(twins: readonly PageFile[], recorded: readonly RecordedSection[]): Finding[] {
  const findings = pairsOf(twins).flatMap(([mine, theirs]): Finding[] => {
    const gaps = gapsBetween(sideOf(mine, recorded), sideOf(theirs, recorded));
    return gaps.flatMap((gap) => {
      const [there] = gap.theirs;
      if (!there) return [];
      const details = { there: list(gap.theirs), twin: `${theirs.file}:${there.line}` };
      // What differs is told once, in the later of the two; what is missing, where it is missing.
      if (gap.mine.length === 0) return [at(mine, 'C110', details, gap.place)];
      if (mine.file < theirs.file) return [];
      return [at(mine, 'C111', { ...details, here: list(gap.mine) }, gap.mine[0])];
    });
  });
  return once(findings);
}

function sideOf({ outline, language }: PageFile, recorded: readonly RecordedSection[]): Side {
  const { pieces = [], sections = [] } = outline ?? {};
  return { pieces, recordedAs: recordedAs(recorded, sections, language) };
}

function list(pieces: readonly Piece[]): string {
  const shown = pieces
    .slice(0, 3)
    .map(({ written }) => (written.length > 60 ? `${written.slice(0, 59)}…` : written));
  return [...shown, ...(pieces.length > 3 ? ['…'] : [])].join(', ');
}

/** The languages in which a section is behind, each where it stands there, with what another one changed. */
function behindFindings(state: PageState, history: SectionHistory): Finding[] {
  const { key, twins } = state;
  const { recorded, now, changed, behind } = history;
  const source = twins.find(({ language }) => language === changed[0]);
  if (!source) return [];
  const there = now?.[source.language];
  const change = changeOf(recorded?.texts[source.language] ?? '', there?.text ?? '');
  return twins
    .filter(({ language }) => behind.includes(language))
    .map((mine) => {
      const section = now?.[mine.language];
      const details = {
        key,
        section: section?.title || 'none',
        twin: `${source.file}:${there?.line ?? 1}`,
        since: sinceOf(state, history),
        change: showChange(change),
      };
      return at(mine, 'C120', details, section);
    });
}

/** All languages changed: somebody must say that they mean the same again. One finding for the page, since one command settles it. */
function unsettled(state: PageState, sections: readonly SectionHistory[]): Finding[] {
  if (sections.length === 0) return [];
  const places = state.twins.map(({ file, language }) => {
    const lines = sections.flatMap(({ now }) => now?.[language]?.line ?? []);
    return lines.length > 0 ? `${file}:${lines.join(',')}` : file;
  });
  return [at(recordFileOf(state), 'C121', { key: state.key, places: places.join(' – ') })];
}

function unrecorded(state: PageState, isUnreadable: boolean): Finding {
  return at(recordFileOf(state), isUnreadable ? 'C123' : 'C122', { key: state.key });
}

/** Where the record of a page is, or will be. */
export function recordFileOf({ key, record }: PageState): string {
  return record?.file ?? `content/pages/${key}/${recordName}`;
}

/** Every section has the links and values of its counterparts. */
function checkSections(
  { twins }: PageState,
  sections: readonly Counterparts[],
  identify: Identify,
): Finding[] {
  const findings = pairsOf(twins).flatMap(([mine, theirs]) => {
    const my = (target: string) => identify(target, mine.language);
    const their = (target: string) => identify(target, theirs.language);
    return sections.flatMap((section) => {
      const [here, there] = [inLanguage(section, mine.language), inLanguage(section, theirs.language)];
      const tell = (code: 'C112' | 'C113') => (lack: Lack) => {
        const twin = `${theirs.file}:${lack.line}`;
        return at(mine, code, { there: lack.written, twin, section: here.title || 'none' }, here);
      };
      return [
        ...missingLinks(here, there, my, their).map(tell('C112')),
        ...missingValues(here, there).map(tell('C113')),
      ];
    });
  });
  return once(findings);
}

/** Every twin beside every other, both ways: what one lacks is told in its own file. */
function pairsOf(twins: readonly PageFile[]): [PageFile, PageFile][] {
  return twins.flatMap((mine) =>
    twins.filter((each) => each !== mine).map((theirs): [PageFile, PageFile] => [mine, theirs]),
  );
}

/** What two languages tell a third is told once. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, file, line, column, details }) => {
    // In one section several links or values may be missing; in one place, one piece of structure.
    const what = code === 'C112' || code === 'C113' ? details['there'] : '';
    const place = [code, file, line, column, what].join('\n');
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/**
 * Says what a link leads to in words of no language: a page and the place of a heading on it, a contact, or just another
 * site, which may have an address of its own for each language.
 */
function identifierOf(states: readonly PageState[], origin: string): Identify {
  const anchors = new Map(
    states.flatMap(({ key, twins }) =>
      twins.map(({ language, body }) => [
        `${language} ${key}`,
        body?.headings.map(({ anchor }) => anchor) ?? [],
      ]),
    ),
  );
  return (target, language) => {
    const link = readLink(target, origin);
    if (link.to === 'site') return 'another site';
    if (link.to !== 'page' || link.anchor === null) return target;
    return `page:${link.key}#${anchors.get(`${language} ${link.key}`)?.indexOf(link.anchor)}`;
  };
}

/** A finding in a twin, or in a file of all languages. */
function at(
  where: PageFile | string,
  code: Finding['code'],
  details: Finding['details'],
  { line, column }: Placed = { line: 1, column: 1 },
): Finding {
  const [file, language] = typeof where === 'string' ? [where, null] : [where.file, where.language];
  return { code, file, language, line, column, details };
}
