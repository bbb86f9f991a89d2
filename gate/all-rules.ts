import { Rule } from './finding/rule.ts';
import * as characters from './read/characters.ts';
import * as fileForm from './read/file-form.ts';
import * as readPages from './read/pages.ts';
import * as places from './read/places.ts';
import * as reader from './read/reader.ts';
import * as accessibility from './rules/accessibility.ts';
import * as blocks from './rules/blocks.ts';
import * as body from './rules/body.ts';
import * as components from './rules/components.ts';
import * as contacts from './rules/contacts.ts';
import * as fields from './rules/fields.ts';
import * as headings from './rules/headings.ts';
import * as layout from './rules/layout.ts';
import * as links from './rules/links.ts';
import * as pages from './rules/pages.ts';
import * as paths from './rules/paths.ts';
import * as settings from './rules/settings.ts';
import * as synonyms from './rules/synonyms.ts';
import * as syntax from './rules/syntax.ts';
import * as upkeep from './rules/upkeep.ts';
import * as yamlSyntax from './rules/yaml-syntax.ts';
import * as twins from './twins/check.ts';
import * as contactDetails from './wording/contact-details.ts';
import * as figures from './wording/figures.ts';
import * as linkTexts from './wording/link-texts.ts';
import * as marks from './wording/marks.ts';
import * as otherLanguage from './wording/other-language.ts';
import * as plainLanguage from './wording/plain-language.ts';
import * as spaces from './wording/spaces.ts';
import * as terms from './wording/terms.ts';

/*
 * Every kind of mistake that the gate reports: the rules that these files export.
 */

const families = [
  characters,
  fileForm,
  readPages,
  places,
  reader,
  accessibility,
  blocks,
  body,
  components,
  contacts,
  fields,
  headings,
  layout,
  links,
  pages,
  paths,
  settings,
  synonyms,
  syntax,
  upkeep,
  yamlSyntax,
  contactDetails,
  figures,
  linkTexts,
  marks,
  otherLanguage,
  plainLanguage,
  spaces,
  terms,
  twins,
] as const;

type Family = (typeof families)[number];
type RulesOf<One> = One extends Family ? Extract<One[keyof One], Rule> : never;

export type FindingCode = RulesOf<Family>['code'];

/** All rules, sorted by code. */
export const allRules: readonly Rule[] = [
  ...families.flatMap((family) =>
    Object.values<unknown>(family).filter((each): each is Rule => each instanceof Rule),
  ),
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The codes of all rules, sorted. */
export const findingCodes = allRules.map(({ code }) => code as FindingCode);
