import type { Place } from '../in-page.ts';

/** A change that fails a rule of the check `responses`. */
export interface Found extends Place {
  readonly rule: string;
}

declare global {
  var watched: {
    texts: Map<Element, string>;
    /** The texts when the page was opened: what only returns to them needs no announcement. */
    first: Map<Element, string>;
    pictures: Map<HTMLImageElement, [string, string]>;
    states: string;
    trigger: Element | null;
  };
}

/** Records the present text of the page and its focus. Runs in the page. */
export function watch(): void {
  const texts = new Map(kit.withWords().map((element) => [element, kit.isShown(element) ? kit.wordsOf(element) : '']));
  globalThis.watched = {
    trigger: document.activeElement,
    texts,
    first: globalThis.watched?.first ?? texts,
    pictures: new Map([...document.images].map((image) => [image, [image.src, image.alt]])),
    states: '',
  };
}

/** Changes since then without an announcement. Runs in the page. */
export function readChanges(by: string): Found[] {
  const { texts, first: opened, pictures } = globalThis.watched;
  const trigger = document.activeElement ?? document.body;
  const found: Found[] = [];
  for (const [image, [source, name]] of pictures) {
    if (image.src !== source && image.alt === name) {
      found.push({
        rule: 'stale-alternative',
        element: kit.describe(image),
        words: 'shows another image with the same alternative',
      });
    }
  }
  const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output';
  const changed = kit.withWords().filter((element) => {
    const now = kit.isShown(element) ? kit.wordsOf(element) : '';
    return (texts.get(element) ?? '') !== now && (now === '' || opened.get(element) !== now);
  });
  const isOwn = (element: Element) => trigger.contains(element) || element.contains(trigger);
  const isSaid = (element: Element) => element.closest(live) !== null;
  const shown = changed.filter((element) => kit.isShown(element) && !isOwn(element) && !isSaid(element));
  const dialog = shown.map((element) => element.closest('[role="dialog"], dialog')).find(Boolean);
  if (dialog && !dialog.contains(document.activeElement)) {
    found.push({
      rule: 'dialog-without-focus',
      element: kit.describe(dialog),
      words: 'opens without receiving the focus',
    });
    return found;
  }
  const hasState = trigger.matches(
    '[aria-expanded], [aria-pressed], [aria-checked], [aria-selected], [popovertarget], summary',
  );
  // A live region of the page announces the change.
  const isAnnounced = changed.some(isSaid);
  const opens = document.getElementById(trigger.getAttribute('aria-controls') ?? '');
  if (by === 'button' && opens && !hasState && shown.some((element) => opens.contains(element))) {
    found.push({
      rule: 'state-unsaid',
      element: kit.describe(trigger),
      words: 'opens something but does not expose its state',
    });
  } else if (shown.length > 0 && !hasState && !isAnnounced) {
    const [first] = shown;
    // What was there and hidden is a part of the page that opens.
    const isPart =
      by === 'button' &&
      first !== undefined &&
      texts.has(first) &&
      texts.get(first) === '' &&
      !first.contains(document.activeElement);
    found.push({
      rule: isPart ? 'opens-unsaid' : 'unsaid-message',
      element: kit.describe(first as Element),
      words: 'changes without an announcement',
    });
  }
  return found;
}
