import type { Page, Request } from '@playwright/test';
import type { Barrier } from './check.ts';

/** What checks need in the page, so that each need not bring its own. */
interface Kit {
  /** An element in words: its name, and what it says. */
  readonly describe: (element: Element) => string;
  /** Whether an eye can see it, by its style and size. */
  readonly isShown: (element: Element) => boolean;
  /** The shown words of an element, with single spaces. */
  readonly wordsOf: (element: Element) => string;
  /** Contrast of two colours of CSS (WCAG 2.2, relative luminance). The first is laid over the second. */
  readonly contrast: (front: string, back: string) => number;
  /** The colour that an element stands on; null where a picture does. */
  readonly groundOf: (element: Element) => string | null;
  /** Elements that hold words of their own, not only in their parts. */
  readonly withWords: () => Element[];
}

declare global {
  var kit: Kit;
}

/** What a check found in the page, before it is a barrier. */
export interface Place {
  readonly element: string;
  readonly words: string;
}

/** Runs a function in the page, where `kit` stands ready. The page must bypass its policy for scripts. */
export async function inPage<Result, Argument>(
  page: Page,
  work: (argument: Argument) => Result,
  argument?: Argument,
): Promise<Awaited<Result>> {
  return (await page.evaluate(programOf(work, JSON.stringify(argument) ?? ''))) as Awaited<Result>;
}

/** The function by which the browser's own tools tell what listens to a target, by the names of events. */
export type ListenersOf = (target: EventTarget) => Record<string, unknown>;

/** Runs a function in the page, where `kit` stands ready, with the tools of the browser that tell who listens. */
export async function withListeners<Result>(
  page: Page,
  work: (listenersOf: ListenersOf) => Result,
): Promise<Result> {
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

/** One expression, so that the kit and its user cost one journey to the browser. */
function programOf(work: (argument: never) => unknown, argument: string): string {
  return `(${layOutKit})(), (${work})(${argument})`;
}

/** Whether anything on the page can run: a script, or an attribute that holds one. Without, only styles and the browser answer. */
export function hasScript(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      [...document.scripts].some(({ type }) => !type || /module|javascript/.test(type)) ||
      [...document.querySelectorAll('*')].some(({ attributes }) =>
        [...attributes].some(({ name }) => name.startsWith('on')),
      ),
  );
}

/** Whether an action makes the page ask for another one. */
export async function leads(page: Page, act: () => Promise<unknown>): Promise<boolean> {
  let isLeaving = false;
  let tell = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const look = (request: Request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
    isLeaving = true;
    tell();
  };
  page.on('request', look);
  // The page may be gone before the action has told that it is done.
  await act().catch(() => undefined);
  // Scripts answer, and the browser asks, within a moment.
  await Promise.race([asked, page.waitForTimeout(250)]);
  page.off('request', look);
  return isLeaving;
}

/**
 * Opens an address, whatever the page is about to open by itself, and waits for its fonts and for what comes in within a second: half
 * faded in, a text has another contrast.
 */
export async function openAgain(page: Page, address: string): Promise<void> {
  await page.goto('about:blank').catch(() => undefined);
  await page.goto(address);
  // A page may be on its way to another one by now.
  await page.evaluate(whenThere).catch(() => undefined);
}

/** Runs in the page. What moves for longer is for the checks to see. */
async function whenThere(): Promise<void> {
  await document.fonts.ready;
  const entrances = document.getAnimations().filter(({ effect, playState }) => {
    const end = effect?.getComputedTiming().endTime;
    return playState === 'running' && Number(end) <= 1000;
  });
  await Promise.all(entrances.map(({ finished }) => finished));
}

/** Makes barriers of places. */
export function barriers(
  rule: string,
  criteria: readonly string[],
  places: readonly Place[],
  isUndecided = false,
): Barrier[] {
  return places.map(({ element, words }) => ({ rule, criteria, element, words, isUndecided }));
}

function layOutKit(): void {
  if ('kit' in globalThis) return;
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
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(element).clipPath !== 'inset(50%)'
    );
  };
  const squeeze = (text: string) => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
  globalThis.kit = {
    isShown,
    describe: (element) => {
      const words = squeeze(
        element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? element.textContent ?? '',
      );
      const mark = element.id ? `#${element.id}` : '';
      return `${element.localName}${mark}${words ? ` “${words.slice(0, 60)}”` : ''}`;
    },
    wordsOf: (element) => squeeze((element as HTMLElement).innerText ?? ''),
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
    withWords: () =>
      [...document.body.querySelectorAll('*')].filter(
        (element) =>
          !element.matches('script, style, template, noscript') &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      ),
  };
}
