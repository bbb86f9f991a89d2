import type { CDPSession, Page } from '@playwright/test';
import type { Barrier } from './check.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Helpers for checks that run in the page. */
interface Kit {
  /** An element by tag name, id and text. */
  readonly describe: (element: Element) => string;
  /** Whether the element is visible, by style and size. */
  readonly isShown: (element: Element) => boolean;
  /** The visible text of an element, with single spaces. */
  readonly wordsOf: (element: Element) => string;
  /** The contrast ratio of two CSS colours (WCAG 2.2, relative luminance), the first one painted over the second. */
  readonly contrast: (front: string, back: string) => number;
  /** The background colour of an element; null for a background image. */
  readonly groundOf: (element: Element) => string | null;
  /** The elements with text of their own, not only in descendants. */
  readonly withWords: () => Element[];
  /** The visible fields, without buttons. */
  readonly fields: () => Field[];
  /** The label or the name of a field; empty without one. */
  readonly labelOf: (field: Field) => string;
  /** Waits for one turn of `pageTime`: behind the page's timers of up to 50 ms. */
  readonly turn: () => Promise<void>;
}

declare global {
  var kit: Kit;
}

/** A place that a check found in the page. */
export interface Place {
  readonly element: string;
  readonly words: string;
}

/** Runs a function in the page, where `kit` is defined. The page must bypass its content security policy. */
export async function inPage<Result, Argument>(
  page: Page,
  work: (argument: Argument) => Result,
  argument?: Argument,
): Promise<Awaited<Result>> {
  return (await page.evaluate(programOf(work, JSON.stringify(argument) ?? ''))) as Awaited<Result>;
}

/** `getEventListeners` of the browser's developer tools: listeners by event name. */
export type ListenersOf = (target: EventTarget) => Record<string, unknown>;

/** Runs a function in the page, where `kit` is defined, with `getEventListeners` as its argument. */
export async function withListeners<Result>(page: Page, work: (listenersOf: ListenersOf) => Result): Promise<Result> {
  const tools = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
    expression: programOf(work, 'getEventListeners'),
    includeCommandLineAPI: true,
    returnByValue: true,
  });
  await tools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Result;
}

/** One expression that defines the kit and runs the function, for a single round trip to the browser. */
function programOf(work: (argument: never) => unknown, argument: string): string {
  return `globalThis.kit ??= { ...(${textKit})(), ...(${colourKit})(), ...(${fieldKit})() }, (${work})(${argument})`;
}

/** Whether the page has a script or an event handler attribute. */
export function hasScript(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      [...document.scripts].some(({ type }) => !type || /module|javascript/.test(type)) ||
      [...document.querySelectorAll('*')].some(({ attributes }) =>
        [...attributes].some(({ name }) => name.startsWith('on')),
      ),
  );
}

/**
 * A wait in the page, in turns of 50 ms. Each turn ends behind all timers that are due by then, however slow the machine is, and also
 * while Playwright holds the clock. A timer that starts another timer moves on by at least one turn.
 */
export const pageTime = (milliseconds: number) => `(${waitInTurns})(${Math.ceil(milliseconds / 50)})`;

/** Runs in the page. A task of background priority runs when no other task is due. */
async function waitInTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await scheduler.postTask(() => {}, { delay: 50, priority: 'background' });
}

const sessions = new WeakMap<Page, CDPSession>();

/** A connection to the browser, which reports in the order in which a page acts. */
async function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const session = await page.context().newCDPSession(page);
  sessions.set(page, session);
  await session.send('Page.enable');
  return session;
}

/** Whether an action makes the page navigate or open a window, at once or within a quarter of a second. */
export async function leads(page: Page, act: () => Promise<unknown>): Promise<boolean> {
  const session = await sessionOf(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  let isLeaving = false;
  const lookAtFrame = ({ frameId, url }: { frameId: string; url: string }) => {
    // A link to a number or an address opens another program.
    if (frameId === frameTree.frame.id && /^(?:https?|file|blob|data|about):/.test(url)) isLeaving = true;
  };
  const lookAtWindow = () => {
    isLeaving = true;
  };
  session.on('Page.frameRequestedNavigation', lookAtFrame);
  session.on('Page.windowOpen', lookAtWindow);
  // The navigation may interrupt the action, and the wait.
  await act().catch(() => undefined);
  const wait = { expression: pageTime(250), awaitPromise: true };
  if (!isLeaving) await session.send('Runtime.evaluate', wait).catch(lookAtWindow);
  session.off('Page.frameRequestedNavigation', lookAtFrame);
  session.off('Page.windowOpen', lookAtWindow);
  return isLeaving;
}

/**
 * Opens an address, even when the page is about to navigate, and waits for fonts and entrance animations up to a second: text that
 * fades in has another contrast.
 */
export async function openAgain(page: Page, path: string): Promise<void> {
  await page.goto('about:blank').catch(() => undefined);
  // A navigation that the page itself started can interrupt an attempt.
  for (let attempt = 1; ; attempt++) {
    const error = await page.goto(path).then(
      () => null,
      (reason: Error) => reason,
    );
    if (error === null) break;
    if (attempt === 10) throw error;
    await page.waitForLoadState().catch(() => undefined);
  }
  // The page may have navigated by now.
  await page.evaluate(whenThere).catch(() => undefined);
}

/** Runs in the page. Leaves longer animations for the checks. */
async function whenThere(): Promise<void> {
  await document.fonts.ready;
  const entrances = document.getAnimations().filter(({ effect, playState }) => {
    const end = effect?.getComputedTiming().endTime;
    return playState === 'running' && Number(end) <= 1000;
  });
  await Promise.all(entrances.map(({ finished }) => finished));
}

/** Whether the background of an element is only a line, such as an underline drawn by a gradient. Runs in the page. */
export function isLined(element: Element | null): boolean {
  const { backgroundSize = '', backgroundRepeat = '' } = element ? getComputedStyle(element) : {};
  const [, height = ''] = backgroundSize.split(' ');
  return /no-repeat|repeat-x/.test(backgroundRepeat) && height.endsWith('px') && Number.parseFloat(height) <= 4;
}

/** Creates a barrier for each place. */
export function barriers(
  rule: string,
  criteria: readonly string[],
  places: readonly Place[],
  isUndecided = false,
): Barrier[] {
  return places.map(({ element, words }) => ({ rule, criteria, element, words, isUndecided }));
}

/** Runs in the page. */
function colourKit(): Pick<Kit, 'contrast' | 'groundOf'> {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (colour: string): [number, number, number, number] => {
    if (!pen) return [0, 0, 0, 1];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const luminance = (rgb: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return {
    contrast: (front, back) => {
      const [frontRed, frontGreen, frontBlue, alpha] = channels(front);
      const behind = channels(back);
      const over = [frontRed, frontGreen, frontBlue].map(
        (value, index) => value * alpha + (behind[index] ?? 0) * (1 - alpha),
      );
      const [low = 0, high = 0] = [luminance(over), luminance(behind)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    },
    groundOf: (element) => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(each);
        if (backgroundImage !== 'none') return null;
        if (channels(backgroundColor)[3] > 0.9) return backgroundColor;
      }
      return getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
        matchMedia('(prefers-color-scheme: dark)').matches
        ? 'rgb(18, 18, 18)'
        : 'rgb(255, 255, 255)';
    },
  };
}

/** Runs in the page. */
function fieldKit(): Pick<Kit, 'fields' | 'labelOf'> {
  return {
    fields: () =>
      [...document.querySelectorAll<Field>('input, select, textarea')].filter(
        (field) => kit.isShown(field) && !['hidden', 'submit', 'button', 'image', 'reset'].includes(field.type),
      ),
    labelOf: (field) =>
      [...(field.labels ?? [])].map((label) => label.textContent.trim()).join(' ') ||
      (field.getAttribute('aria-label') ?? '') ||
      (field.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
        .join(' ')
        .trim(),
  };
}

/** Runs in the page. */
function textKit(): Omit<Kit, 'contrast' | 'groundOf' | 'fields' | 'labelOf'> {
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      // A box of one pixel hides its text for the eye.
      (width > 1 || height > 1) &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(element).clipPath !== 'inset(50%)'
    );
  };
  const squeeze = (text: string) => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
  return {
    isShown,
    describe: (element) => {
      const words = squeeze(
        element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? element.textContent ?? '',
      );
      const mark = element.id ? `#${element.id}` : '';
      return `${element.localName}${mark}${words ? ` “${words.slice(0, 60)}”` : ''}`;
    },
    wordsOf: (element) => squeeze((element as HTMLElement).innerText ?? ''),
    turn: () => scheduler.postTask(() => {}, { delay: 50, priority: 'background' }),
    withWords: () =>
      [...document.body.querySelectorAll('*')].filter(
        (element) =>
          !element.matches('script, style, template, noscript') &&
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      ),
  };
}
