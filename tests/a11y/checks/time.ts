import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, leads, openAgain, type Place } from '../in-page.ts';

/**
 * 2.2.1, 2.2.2 and 2.3.1: without input, the page does not navigate, move or flash. Advances the clock of the page by more than five
 * seconds for motion, and by twenty hours for navigation, the longest limit of WCAG.
 */
export const time: Check = {
  id: 'time',
  criteria: ['2.2.1', '2.2.2', '2.3.1'],
  async judge(page) {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const isLive = await hasScript(page);
    // Styles apply at once; a script may have read the preference when the page loaded.
    if (isLive) await openAgain(page, page.url());
    const pictures = await inPage(page, findMovingPictures);
    const moving = [...(await inPage(page, findMoving)), ...pictures];
    const flashing = [...(await inPage(page, findFlashing)), ...pictures.filter(({ isFast }) => isFast)];
    const refreshed = await inPage(page, findRefresh);
    const still = { changing: [], flickering: [], away: [] };
    const limit = await page.evaluate(readLimit);
    const limits = limit === '' ? [] : [{ element: `“${limit}”`, words: 'is a limit of time that cannot be extended' }];
    const { changing, flickering, away } = isLive ? await passTime(page) : still;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return {
      barriers: [
        ...barriers('leads-away', ['2.2.1'], [...refreshed, ...limits, ...away]),
        ...barriers('moves', ['2.2.2'], [...moving, ...changing]),
        ...barriers('flashes', ['2.3.1'], [...flashing, ...flickering]),
      ],
      judged: time.criteria,
    };
  },
};

/** Elements that move by themselves for more than five seconds. */
function findMoving(): Place[] {
  const moved = document.getAnimations().flatMap((animation) => {
    const { effect } = animation;
    const length = effect?.getComputedTiming().endTime;
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    return element && Number(length) > 5000
      ? [{ element: kit.describe(element), words: 'moves for more than five seconds' }]
      : [];
  });
  const endless = '[repeatCount="indefinite"], [repeatDur="indefinite"]';
  const old = [
    ...document.querySelectorAll(`marquee, blink, :is(animate, animateTransform, animateMotion, set):is(${endless})`),
  ].map((element) => ({ element: kit.describe(element), words: 'moves or blinks' }));
  return [...moved, ...old];
}

/** Elements that flash more than three times per second. */
function findFlashing(): Place[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const { duration, iterations } = effect?.getComputedTiming() ?? {};
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
    const isLight = frames.some((frame) =>
      Object.keys(frame).some((name) => /opacity|color|background|visibility|filter/i.test(name)),
    );
    // On and off again in each cycle, as often as its frames turn.
    const flashes = Math.max(1, Math.floor((frames.length - 1) / 2)) / (Number(duration) / 1000);
    return element && isLight && Number(iterations) * (Number(duration) / 1000) * flashes > 3 && flashes > 3
      ? [{ element: kit.describe(element), words: 'flashes more than three times per second' }]
      : [];
  });
}

/** GIF, WebP and PNG pictures with several frames, and videos without controls that play by themselves. */
async function findMovingPictures(): Promise<(Place & { isFast: boolean })[]> {
  const styled = [...document.querySelectorAll('*')].flatMap((element) =>
    [...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g)].map(([, url = '']) => url),
  );
  const addresses = new Set([...[...document.images].map(({ currentSrc }) => currentSrc), ...styled]);
  const moving = [...addresses].filter((url) =>
    /\.(?:gif|webp|png|apng)(?:$|[?#])|^data:image\/(?:gif|webp|png)/i.test(url),
  );
  const found = await Promise.all(
    moving.map(async (url) => {
      const bytes = await fetch(url).then(
        async (response) => new Uint8Array(await response.arrayBuffer()),
        () => new Uint8Array(),
      );
      const text = new TextDecoder('latin1').decode(bytes);
      // The graphic control extensions of a GIF: 21 F9 04, a byte, and the delay in hundredths of a second.
      const delays = [...bytes.keys()]
        .filter((at) => bytes[at] === 0x21 && bytes[at + 1] === 0xf9 && bytes[at + 2] === 4 && bytes[at + 7] === 0)
        .map((at) => (bytes[at + 4] ?? 0) + 256 * (bytes[at + 5] ?? 0));
      const isAnimated = delays.length > 1 || /^RIFF.{4}WEBP.*ANIM/s.test(text) || /^.PNG.*acTL/s.test(text);
      const isShort =
        delays.length > 1 && !text.includes('NETSCAPE2.0') && delays.reduce((sum, each) => sum + each, 0) <= 500;
      const isFast = delays.length > 3 && delays.every((delay) => delay < 33);
      return isAnimated && !isShort ? [{ element: url.slice(0, 80), words: 'moves without end', isFast }] : [];
    }),
  );
  const videos = [...document.querySelectorAll<HTMLVideoElement>('video[autoplay]:not([controls])')];
  return [
    ...found.flat(),
    ...videos.map((video) => ({
      element: kit.describe(video),
      words: 'plays by itself without controls',
      isFast: false,
    })),
  ];
}

function findRefresh(): Place[] {
  return [...document.querySelectorAll('meta[http-equiv="refresh" i]')]
    .filter((meta) => Number.parseFloat(meta.getAttribute('content') ?? '') > 0)
    .map((meta) => ({ element: meta.outerHTML, words: 'loads a page after a delay' }));
}

/** Opens the page again with a clock that the check advances. */
async function passTime(page: Page): Promise<{ changing: Place[]; flickering: Place[]; away: Place[] }> {
  const other = await page.context().newPage();
  try {
    await other.clock.install();
    await other.goto(page.url());
    await other.evaluate(() => {
      const counts = new Map<string, number>();
      new MutationObserver((records) => {
        for (const { target } of records) {
          const name = target instanceof Element ? `${target.localName}#${target.id}` : target.nodeName;
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }).observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
      const changes = (isNew: boolean) => {
        const all = [...counts];
        if (isNew) counts.clear();
        return all;
      };
      Object.assign(globalThis, { changes });
    });
    await other.evaluate(watchPixels);
    if (await leads(other, () => other.clock.runFor(30_000)))
      return { changing: [], flickering: [], away: [{ element: 'the page', words: 'navigates after a delay' }] };
    if (await other.evaluate(pressPause).catch(() => false)) {
      await other.evaluate('changes(true)');
      await other.clock.runFor(30_000);
    }
    const changes = (await other.evaluate('changes()').catch(() => [])) as [string, number][];
    const scrolled = (await other.evaluate('scrolled()').catch(() => [])) as [string, number][];
    const changing = [...changes, ...scrolled]
      .filter(([, count]) => count >= 3)
      .map(([element, count]) => ({ element, words: `changes ${count} times in half a minute, by itself` }));
    const flickering = changes
      .filter(([, count]) => count > 90)
      .map(([element, count]) => ({ element, words: `changes ${count} times in half a minute` }));
    let isAlerted = false;
    other.on('dialog', () => {
      isAlerted = true;
    });
    await other.evaluate(fillIn);
    const before = await other.evaluate(readState);
    const isLeaving = await leads(other, async () => {
      // A countdown needs each of its ticks.
      await other.clock.runFor(120_000);
      await other.clock.fastForward('20:00:00');
    });
    const after = isLeaving ? before : await other.evaluate(readState).catch(() => before);
    const away = [
      ...(isLeaving ? [{ element: 'the page', words: 'navigates after a delay' }] : []),
      // What changes all the time is no limit.
      ...(isAlerted ? [{ element: 'the page', words: 'shows an alert after a delay' }] : []),
      ...((changing.length === 0 ? after !== before : after.split('\u0000')[1] !== before.split('\u0000')[1])
        ? [{ element: 'the page', words: 'changes after a delay' }]
        : []),
    ];
    return { changing, flickering, away };
  } finally {
    await other.close();
  }
}

/** Fills in the empty fields, so that a form that is emptied after a while changes. */
function fillIn(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="text"], input:not([type]), textarea'))
    if (field.value === '') field.value = 'x';
}

/** The text of the page, its open dialogs and what its fields accept. */
function readState(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea, button')];
  const able = fields.map(({ disabled, value }) => `${disabled} ${value}`).join();
  const open = document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"]');
  const shown = [...open].filter((each) => each.checkVisibility()).length;
  return `${document.body.innerText}\u0000${able} ${shown}`;
}

/** A limit of time that the page names beside a form, without a way to extend it or to switch it off. */
function readLimit(): string {
  const limit =
    /(?:binnen|in|na|nog|sluit over|verloopt (?:over|na|in)|vervalt (?:over|na))\s+(?:de |het |een )?\d*\s*:?\d+\s*(?:minu(?:ut|ten)|sec(?:onden)?|min\b)|(?:dans|après|reste|endéans|expire dans)\s+\d*\s*:?\d+\s*(?:minutes?|secondes?|min\b)|(?:within|in|after)\s+\d+\s*(?:minutes?|seconds?)/iu;
  const isSession = /sessi|formulier|invul|aanvraag|verloop|vervalt|reserv|expire|formulaire|demande|remplir|time/i;
  const extend = /verleng|meer tijd|uitschakel|zonder tijdslimiet|prolong|plus de temps|désactiv|extend|more time/i;
  if (document.querySelector('form, input') === null || extend.test(document.body.innerText)) return '';
  const sentences = document.body.innerText.split(/(?<=[.!?])\s|\n/);
  return sentences.find((sentence) => limit.test(sentence) && isSession.test(sentence))?.slice(0, 80) ?? '';
}

/** Presses a button that stops what moves, if there is one. */
function pressPause(): boolean {
  const pause = /pauze|pauzeer|stop|pause|arrêter|suspendre|niet bewegen/i;
  const button = [...document.querySelectorAll<HTMLElement>('button, [role="button"]')].find((each) =>
    pause.test(`${each.textContent} ${each.ariaLabel}`),
  );
  button?.click();
  return button !== undefined;
}

/** Counts how often parts scroll or canvases change by themselves, each second of the page's clock. */
function watchPixels(): void {
  const counts = new Map<Element, number>();
  const last = new Map<Element, string>();
  setInterval(() => {
    for (const part of document.querySelectorAll('body *')) {
      const drawn = part instanceof HTMLCanvasElement ? part.toDataURL().slice(-400) : '';
      const now = `${Math.round(part.scrollLeft)} ${Math.round(part.scrollTop)} ${drawn}`;
      if (last.has(part) && last.get(part) !== now) counts.set(part, (counts.get(part) ?? 0) + 1);
      last.set(part, now);
    }
  }, 1000);
  Object.assign(globalThis, { scrolled: () => [...counts].map(([part, count]) => [part.localName, count]) });
}
