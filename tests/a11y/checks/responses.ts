import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, leads, openAgain, pageTime } from '../in-page.ts';
import { type Found, readChanges, watch } from './changes.ts';

const criteria: Readonly<Record<string, readonly string[]>> = {
  'dialog-without-focus': ['2.4.3'],
  'focus-lost': ['2.4.3'],
  'leads-away-on-focus': ['3.2.1'],
  'leads-away-on-input': ['3.2.2'],
  'moves-on': ['3.2.2'],
  'stale-alternative': ['1.1.1'],
  'state-lies': ['4.1.2'],
  'state-unsaid': ['4.1.2'],
  'opens-unsaid': ['4.1.2', '4.1.3'],
  'unsaid-message': ['4.1.3'],
};

/**
 * 3.2.1, 3.2.2, 4.1.2 and 4.1.3: focuses each control, presses each button and fills in each field. Nothing may navigate because of
 * that, and changes must be announced.
 */
export const responses: Check = {
  id: 'responses',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  leavesTraces: true,
  async judge(page) {
    if (!(await hasScript(page))) return { barriers: [], judged: responses.criteria };
    // The URL may contain what was filled in.
    const whole = page.url();
    const found = await focusAll(page);
    const count = await page.locator(fields).count();
    for (let index = 0; index < count; index++) {
      const field = page.locator(fields).nth(index);
      if (!(await field.isVisible())) continue;
      const path = page.url();
      const name = (await field.getAttribute('id')) ?? (await field.getAttribute('name')) ?? 'a field';
      if (await leads(page, () => field.focus())) {
        found.push({
          rule: 'leads-away-on-focus',
          element: name,
          words: 'navigates when it receives the focus',
        });
        await openAgain(page, path);
        continue;
      }
      await inPage(page, watch);
      const isAdvised = await field.evaluate((each) => {
        const ids = (each.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
        const told = [...((each as HTMLInputElement).labels ?? []), ...ids].map((part) => part?.textContent).join(' ');
        return /\b(?:open(?:t|s)|gaat naar|ga je naar|verstuur|verzonden|ouvre|mène|envoyé|leads|goes to)/i.test(told);
      });
      if (await leads(page, () => fill(page, index))) {
        if (!isAdvised)
          found.push({ rule: 'leads-away-on-input', element: name, words: 'navigates when it is filled in' });
        await openAgain(page, path);
      } else {
        found.push(...(await changesAfter(page, 'field')));
        const hasMoved = (await field.count()) > 0 && (await field.evaluate((each) => each !== document.activeElement));
        if (hasMoved && (await inPage(page, () => document.activeElement?.matches('input, select, textarea'))))
          found.push({ rule: 'moves-on', element: name, words: 'moves the focus when it is filled in' });
      }
    }
    if (count > 0) await openAgain(page, whole);
    found.push(...(await pressButtons(page)));
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: count > 0 || (await page.locator('button').count()) > 0 ? responses.criteria : [],
    };
  },
};

/** Focuses everything that can have the focus: nothing may open, and nothing may be sent. */
async function focusAll(page: Page): Promise<Found[]> {
  const whole = page.url();
  const opened: string[] = [];
  const look = (other: Page) => opened.push(other.url());
  page.context().on('page', look);
  let found: Found[] = [];
  const act = async () => {
    found = await inPage(page, () => {
      const stops = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex]'),
      ].filter(kit.isShown);
      const open = () => document.querySelectorAll('dialog[open], :popover-open').length;
      return stops.flatMap((stop) => {
        const before = open();
        let asked = '';
        globalThis.alert = () => {
          asked = 'shows an alert';
        };
        window.open = (url) => {
          asked = `opens ${url}`;
          return null;
        };
        const send = (event: Event) => {
          asked = 'sends a form';
          event.preventDefault();
        };
        addEventListener('submit', send);
        let hasFocus = false;
        stop.addEventListener('focus', () => (hasFocus = true), { once: true });
        stop.focus();
        const { activeElement } = document;
        if (
          hasFocus &&
          activeElement !== stop &&
          activeElement !== document.body &&
          !stop.contains(activeElement) &&
          !stop.matches(':disabled')
        )
          asked = 'moves the focus elsewhere';
        removeEventListener('submit', send);
        if (open() > before) asked = 'opens a dialog';
        return asked ? [{ rule: 'leads-away-on-focus', element: kit.describe(stop), words: `${asked} on focus` }] : [];
      });
    });
  };
  const isLeaving = await leads(page, act);
  page.context().off('page', look);
  if (isLeaving || opened.length > 0)
    found.push({ rule: 'leads-away-on-focus', element: 'a control', words: 'leads to another page on focus' });
  await openAgain(page, whole);
  return found;
}

const fields = 'input:not([type="hidden"], [type="submit"], [type="button"], [type="image"]), select, textarea';

/** Types a few letters, selects the second option or ticks a box, which may be gone at once: its page can lead away. */
async function fill(page: Page, index: number): Promise<void> {
  const field = page.locator(fields).nth(index);
  const kind = await field.evaluate((element) => (element as HTMLInputElement).type);
  if (kind === 'select-one') await field.selectOption({ index: 1 }).catch(() => undefined);
  else if (kind === 'radio' || kind === 'checkbox') {
    // Not `check`, which waits for the state of a field that has gone with its page.
    if (!(await field.isChecked())) await field.click({ force: true, timeout: 10_000 }).catch(() => undefined);
  } else {
    // A field that is full may do something.
    const most = await field.evaluate((element) => (element as HTMLInputElement).maxLength);
    const length = most > 0 && most <= 20 ? most : 4;
    await field.pressSequentially('12345678901234567890'.slice(0, length), { timeout: 10_000 }).catch(() => undefined);
  }
}

async function pressButtons(page: Page): Promise<Found[]> {
  const found: Found[] = [];
  const buttons =
    'button:not([type="submit"], [popovertarget]), [role="button"], [role="switch"], [role="tab"], a[href="#"], a[href^="javascript:"]';
  const looks = new Set<string>();
  const count = await page.locator(buttons).count();
  for (let index = 0; index < count; index++) {
    const button = page.locator(buttons).nth(index);
    if ((await button.count()) === 0) break;
    const isReal = await button.evaluate(
      (element) =>
        element.checkVisibility() &&
        !(element instanceof HTMLButtonElement && element.form && element.type === 'submit'),
    );
    // Presses one of the buttons with the same look and name.
    const look = await button.evaluate(
      (element) =>
        `${element.className} ${element.closest('[class]')?.className} ${element.textContent.replace(/\d+/g, '').slice(0, 30)}`,
    );
    if (!isReal || looks.has(look) || looks.size >= 15) continue;
    looks.add(look);
    const path = page.url();
    const state = (await button.evaluate(readState)) as State;
    await inPage(page, watch);
    const press = () =>
      button.evaluate((element) => {
        (element as HTMLElement).focus();
        (element as HTMLElement).click();
      });
    if (await leads(page, press)) await openAgain(page, path);
    else {
      const changes = await changesAfter(page, 'button');
      const isLost = await page.evaluate(
        () => document.activeElement === document.body || !document.activeElement?.checkVisibility(),
      );
      if (isLost)
        found.push({
          rule: 'focus-lost',
          element: `button “${state.name.trim().slice(0, 60)}”`,
          words: 'loses the focus when it is pressed',
        });
      // A button that removed itself has no state.
      const after = (await button.count()) === 0 ? state : await button.evaluate(readState).catch(() => state);
      found.push(...changes, ...findLies(state, after as State));
    }
  }
  return found;
}

/** What a button is and looks like, and whether it has the focus. */
interface State {
  readonly name: string;
  readonly said: string;
  readonly look: string;
  readonly controls: string;
}

/** Runs in the page. */
function readState(element: Element): State {
  const names = ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'aria-current'];
  const controlled = document.getElementById(element.getAttribute('aria-controls') ?? '') ?? element.nextElementSibling;
  return {
    name: `${element.textContent.trim()} ${element.getAttribute('aria-label') ?? ''}`,
    said: names.map((name) => element.getAttribute(name) ?? '').join(),
    look: [...element.attributes]
      .filter(({ name }) => /^(?:class|style|data-)/.test(name))
      .map(({ value }) => value)
      .join(),
    controls: String(controlled?.checkVisibility() ?? ''),
  };
}

/** A button that changes its look or what it controls, and shows it neither by a state nor by its name. */
function findLies(before: State, after: State): Found[] {
  const element = `button “${after.name.trim().slice(0, 60)}”`;
  if (before.said !== after.said || before.name !== after.name) return [];
  const hasState = /[a-z]/.test(after.said);
  if (hasState && (before.controls !== after.controls || before.look !== after.look))
    return [{ rule: 'state-lies', element, words: 'has a state that does not change' }];
  return before.look !== after.look
    ? [{ rule: 'state-unsaid', element, words: 'changes its look but does not expose a state' }]
    : [];
}

/** Changes without an announcement; a message may wait until the typing pauses. */
async function changesAfter(page: Page, by: 'button' | 'field'): Promise<Found[]> {
  const found = await inPage(page, readChanges, by);
  if (found.some(({ rule }) => !rule.includes('unsaid'))) return found;
  // Results may take a while to come.
  await page.evaluate(pageTime(1000));
  return inPage(page, readChanges, by);
}
