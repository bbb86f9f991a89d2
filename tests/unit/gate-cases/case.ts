import { languages } from '#lib/languages/languages.ts';
import type { FindingCode } from '../../rules/all-rules.ts';
import {
  type Changes,
  contactFile,
  contacts,
  one,
  onePage,
  pageFile,
  settings,
  settingsFile,
} from '../content-tree.ts';

/** One way to break the valid tree, and every finding that must result, as `code file:line`. */
export interface Case {
  readonly name: string;
  readonly changes: Changes;
  readonly expects: readonly string[];
  /** A suggestion that the finding must contain. */
  readonly suggests?: string;
}

export const home = pageFile('home');
export const post = pageFile('services/post');
/** The same finding in every twin of a page. */
export const everyTwin = (key: string, code: FindingCode, line: number) =>
  languages.map((language) => `${code} ${pageFile(key, language)}:${line}`);
export const draft = { draft: 'true' };

/** A body of the home page, which starts on line 9; its front matter is lines 1 to 7. That of the post room starts on line 10. */
export const text = (body: string) => onePage('home', {}, body);
/** The record of the post room with one text replaced. */
export const contact = (from: string, to: string) => ({
  [contactFile('post-room')]: contacts['post-room'].replace(from, to),
});
export const lineInRecord = (start: string) =>
  contacts['post-room'].split('\n').findIndex((each) => each.startsWith(start)) + 1;
/** A finding in the record of the post room: on the line with this start in the valid tree, or a number of lines below it. */
export const inRecord = (code: FindingCode, start: string, further = 0) =>
  `${code} ${contactFile('post-room')}:${lineInRecord(start) + further}`;
/** The record of the post room with opening hours, three lines before its last line. */
export const hours = (days: string, opens: string, closes: string, more = '') =>
  contact(
    'verified:',
    `availability:\n  hours:\n    - days: ${days}\n      opens: ${opens}\n      closes: ${closes}\n${more}verified:`,
  );
/** The settings with one text replaced. */
export const site = (from: string, to: string) => ({ [settingsFile]: settings.replace(from, to) });
/** The settings with lines about security.txt, the first of which is `securityLine`. */
export const security = (more: string) => ({ [settingsFile]: `${settings}security:\n${more}` });
export const securityLine = settings.split('\n').length;
export const redirect = (from: string, to: string) => `- from: ${from}\n  to: ${to}\n`;
export const old = `/${one.code}/old`;
