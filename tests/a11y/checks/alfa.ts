import type { Page } from '@playwright/test';
import { Audit, type Outcome } from '@siteimprove/alfa-act';
import { Device } from '@siteimprove/alfa-device';
import * as deviceNative from '@siteimprove/alfa-device/native';
import { type Document, Element, Node } from '@siteimprove/alfa-dom';
import * as domNative from '@siteimprove/alfa-dom/native';
import { Request, Response } from '@siteimprove/alfa-http';
import rules, { type Flattened } from '@siteimprove/alfa-rules';
import { Conformance, Criterion } from '@siteimprove/alfa-wcag';
import { Page as AlfaPage } from '@siteimprove/alfa-web';
import type { Barrier, Check } from '../check.ts';
import { isLined } from '../in-page.ts';

type Rule = Flattened.Rule;
type Result = Outcome<Flattened.Input, Flattened.Target, Flattened.Question, Flattened.Subject>;

/** A contrast of 7:1, which the site promises beyond AA. Does not apply in forced colours, which the reader chooses. */
const enhancedContrast = 'https://alfa.siteimprove.com/rules/sia-r66';

const isAA = Conformance.isAA();

/** The rules for criteria of levels A and AA, and rules without a criterion: ARIA and good practice. */
const asked: readonly Rule[] = [...(rules as Iterable<Rule>)].filter(({ uri, requirements }) => {
  const criteria = requirements.filter(Criterion.isCriterion);
  return uri === enhancedContrast || criteria.length === 0 || criteria.some((each) => isAA(each));
});

/**
 * Siteimprove Alfa, an engine that shares no code with axe. It reads the document with its styles and boxes from the browser and
 * computes styles, names and colours itself. It implements the ACT rules of W3C.
 */
export const alfa: Check = {
  id: 'alfa',
  criteria: [...new Set(asked.flatMap(criteriaOf))].sort(),
  seesColours: true,
  async judge(page) {
    const outcomes = await audit(page);
    const barriers = [];
    for (const each of outcomes.flatMap(barriersOf)) {
      const [, around] = /^(\/[^+]*)\/text\(\)\[\d+\]$/.exec(each.element) ?? [];
      const isLine =
        each.isUndecided && around !== undefined && (await page.locator(`xpath=${around}`).first().evaluate(isLined));
      if (!isLine) barriers.push(each);
    }
    return {
      barriers,
      judged: [...new Set(outcomes.filter(isApplicable).flatMap(({ rule }) => criteriaOf(rule)))],
    };
  },
};

async function audit(page: Page): Promise<Result[]> {
  const window = await page.evaluateHandle(() => globalThis.window);
  const device = Device.from(await window.evaluate(deviceNative.Native.fromWindow));
  const document = await page.evaluateHandle(() => globalThis.document);
  const removed = await page.evaluateHandle(removeForeignRules);
  const copy = (await document.evaluate(domNative.Native.fromNode, {})) as Document.JSON;
  const rules = await removed.evaluate(restoreRules);
  if (copy.style.reduce((sum, sheet) => sum + sheet.rules.length, 0) !== rules) {
    throw new Error('Alfa cannot read a rule of the style sheet: add its type to removeForeignRules.');
  }
  const subject = AlfaPage.of(Request.empty(), Response.empty(), Node.from(copy, device), device);
  const hasOwnColours = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const fitting = asked.filter(({ uri }) => !(hasOwnColours && uri === enhancedContrast));
  return [...(await Audit.of(subject, fitting).evaluate())];
}

/** A rule that was taken out of a style sheet of the page, and its place. */
interface RemovedRule {
  readonly sheet: CSSStyleSheet;
  readonly index: number;
  readonly text: string;
}

/**
 * Removes the rules that Alfa cannot copy, for which it drops the whole style sheet without a word: `@property` and
 * `@view-transition`. Runs in the page.
 */
function removeForeignRules(): RemovedRule[] {
  const removed: RemovedRule[] = [];
  for (const sheet of document.styleSheets) {
    for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
      const rule = sheet.cssRules[index];
      if (!rule || !/^CSS(Property|ViewTransition)Rule$/.test(rule.constructor.name)) continue;
      removed.unshift({ sheet, index, text: rule.cssText });
      sheet.deleteRule(index);
    }
  }
  return removed;
}

/** Puts the rules back. Runs in the page. @returns how many rules the style sheets had without them */
function restoreRules(removed: RemovedRule[]): number {
  const count = [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0);
  for (const { sheet, index, text } of removed) sheet.insertRule(text, index);
  return count;
}

function isApplicable({ outcome }: Result): boolean {
  return outcome !== 'inapplicable';
}

function barriersOf(result: Result): Barrier[] {
  if (result.outcome !== 'failed' && result.outcome !== 'cantTell') return [];
  return [
    {
      rule: result.rule.uri.slice(result.rule.uri.lastIndexOf('/') + 1),
      criteria: criteriaOf(result.rule),
      element: placeOf(result.target),
      words: reasonOf(result),
      isUndecided: result.outcome === 'cantTell',
    },
  ];
}

function criteriaOf({ requirements }: Rule): string[] {
  return requirements.filter(Criterion.isCriterion).map(({ chapter }) => chapter);
}

/** The path of an element with its classes, or of a text; of a group, each path. */
function placeOf(target: Result['target']): string {
  if (Element.isElement(target)) return [target.path(), ...target.classes].join('.');
  if (Node.isNode(target)) return target.path();
  if (target && Symbol.iterator in target) return [...target].map((each) => each.path()).join(' + ');
  return 'the page';
}

/** The message of Alfa. */
function reasonOf(result: Result): string {
  const { expectations, diagnostic } = result.toJSON() as {
    expectations?: [string, { type: string; error?: { message: string } }][];
    diagnostic?: { message: string };
  };
  const messages = expectations?.flatMap(([, { error }]) => error?.message ?? []) ?? [];
  return (messages.join('; ') || diagnostic?.message || 'It cannot tell.').replace(/\s+/g, ' ');
}
