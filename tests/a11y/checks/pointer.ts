import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, type ListenersOf, leads, type Place, withListeners } from '../in-page.ts';

interface Found extends Place {
  readonly rule: string;
}

const criteria: Readonly<Record<string, readonly string[]>> = {
  'acts-on-press': ['2.5.2'],
  'only-by-dragging': ['2.5.7'],
  'only-by-motion': ['2.5.4'],
  'only-by-path': ['2.5.1'],
  'single-letter': ['2.1.4'],
};

/**
 * 2.1.4, 2.5.1, 2.5.2, 2.5.4 and 2.5.7: no single-key shortcut, and nothing requires a gesture, dragging, motion or a press that cannot
 * be cancelled. Reads the event listeners from the browser; a person must decide whether there is an alternative.
 */
export const pointer: Check = {
  id: 'pointer',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  leavesTraces: true,
  async judge(page) {
    if (!(await hasScript(page))) return { barriers: [], judged: pointer.criteria };
    const listening = await withListeners(page, findListeners);
    const letters = await pressLetters(page);
    return {
      barriers: [...listening, ...letters].flatMap(({ rule, ...place }) =>
        barriers(rule, criteria[rule] ?? [], [place], rule.startsWith('only-by')),
      ),
      judged: pointer.criteria,
    };
  },
};

/** Elements that listen to more than a press that can be cancelled. */
function findListeners(listenersOf: ListenersOf): Found[] {
  const targets: [EventTarget, string][] = [
    [window, 'the window'],
    [document, 'the document'],
    ...[...document.querySelectorAll('*')].map((element): [EventTarget, string] => [element, kit.describe(element)]),
  ];
  const globals = [window, document, document.body].flatMap((target) => Object.keys(listenersOf(target)));
  return targets.flatMap(([target, element]) => {
    const events = Object.keys(listenersOf(target));
    const has = (...names: string[]) => names.some((name) => events.includes(name));
    const found: Found[] = [];
    // Buttons or fields beside or in what is moved do the same.
    const others =
      target instanceof Element ? target.querySelectorAll('button:not([draggable="true"]), select, input').length : 0;
    const beside =
      target instanceof Element
        ? (target.parentElement?.querySelectorAll(':scope > :is(button, select, input), :scope > :not(form) > button')
            .length ?? 0)
        : 0;
    const hasOthers = others > 1 || beside > 1;
    if (has('devicemotion', 'deviceorientation'))
      found.push({ rule: 'only-by-motion', element, words: 'listens to device motion' });
    const moves = globals.includes('mousemove') || globals.includes('pointermove') || globals.includes('touchmove');
    const isDragged =
      has('mousedown', 'pointerdown', 'touchstart') && (moves || has('mousemove', 'pointermove', 'touchmove'));
    if (isDragged && !has('click') && !hasOthers)
      found.push({ rule: 'only-by-dragging', element, words: 'follows a pressed pointer' });
    if (has('dragstart', 'drop') && !hasOthers)
      found.push({ rule: 'only-by-dragging', element, words: 'listens to dragging' });
    // What is pressed and released and is not a click measures a path.
    const isReleased = has('touchend', 'pointerup', 'mouseup') && !has('click');
    const isPath = (has('touchmove', 'pointermove') || isReleased) && has('touchstart', 'pointerdown', 'mousedown');
    if ((isPath && !hasOthers) || has('gesturestart', 'gesturechange')) {
      found.push({ rule: 'only-by-path', element, words: 'listens to the path of a finger' });
    } else if (
      !isDragged &&
      !isPath &&
      has('mousedown', 'pointerdown', 'touchstart') &&
      !has('click', 'mouseup', 'pointerup')
    ) {
      found.push({ rule: 'acts-on-press', element, words: 'acts before the pointer is released' });
    }
    return found;
  });
}

/** Presses each letter and digit while no field has the focus. */
async function pressLetters(page: Page): Promise<Found[]> {
  let changed: string[] = [];
  const press = async () => {
    changed = await inPage(page, () => {
      const leave = () => (document.activeElement as HTMLElement | null)?.blur();
      const look = () => `${document.documentElement.outerHTML} ${document.activeElement?.tagName} ${scrollY}`;
      leave();
      let called = 0;
      const note = () => {
        called++;
      };
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'scrollTo', 'scrollBy'])
        Object.assign(globalThis, { [name]: note });
      Element.prototype.scrollIntoView = note;
      return [...'abcdefghijklmnopqrstuvwxyz0123456789/?'].filter((key) => {
        const before = look();
        const events = ['keydown', 'keypress', 'keyup'].map((type) => {
          const code = /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : '';
          const keyCode = key.toUpperCase().charCodeAt(0);
          const options: KeyboardEventInit & { keyCode: number } = {
            key,
            code,
            keyCode,
            bubbles: true,
            cancelable: true,
          };
          return new KeyboardEvent(type, options);
        });
        const calls = called;
        const isTaken = events.some((event) => !document.body.dispatchEvent(event));
        const isActed = isTaken || called > calls || look() !== before;
        leave();
        return isActed;
      });
    });
  };
  const isLeaving = await leads(page, press);
  const keys = isLeaving ? [...changed, 'that leads away'] : changed;
  return keys.map((key) => ({ rule: 'single-letter', element: `the key ${key}`, words: 'acts by itself' }));
}
