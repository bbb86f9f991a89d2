import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, leads, openAgain, type Place } from '../in-page.ts';

/**
 * 2.2.1, 2.2.2 and 2.3.1: left alone, the page stays where it is and keeps still. Its clock is turned on: five seconds
 * and more for what moves, twenty hours for what leads away (the time after which WCAG sets no limit any more).
 */
export const time: Check = {
  id: 'time',
  criteria: ['2.2.1', '2.2.2', '2.3.1'],
  async judge(page) {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const isLive = await hasScript(page);
    // A style answers at once; a script may have asked when the page came.
    if (isLive) await openAgain(page, page.url());
    const moving = await inPage(page, findMoving);
    const flashing = await inPage(page, findFlashing);
    const refreshed = await inPage(page, findRefresh);
    const still = { changing: [], away: [] };
    const { changing, away } = isLive ? await passTime(page) : still;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return {
      barriers: [
        ...barriers('leads-away', ['2.2.1'], [...refreshed, ...away]),
        ...barriers('moves', ['2.2.2'], [...moving, ...changing]),
        ...barriers('flashes', ['2.3.1'], flashing),
      ],
      judged: time.criteria,
    };
  },
};

/** What starts to move by itself and goes on for more than five seconds. */
function findMoving(): Place[] {
  const moved = document.getAnimations().flatMap((animation) => {
    const { effect } = animation;
    const length = effect?.getComputedTiming().endTime;
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    return element && Number(length) > 5000
      ? [{ element: kit.describe(element), words: 'moves for more than five seconds' }]
      : [];
  });
  const old = [...document.querySelectorAll('marquee, blink')].map((element) => ({
    element: kit.describe(element),
    words: 'moves or blinks',
  }));
  return [...moved, ...old];
}

/** What changes more than three times in a second. */
function findFlashing(): Place[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const { duration, iterations } = effect?.getComputedTiming() ?? {};
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    return element && Number(iterations) > 3 && Number(duration) < 334
      ? [{ element: kit.describe(element), words: 'flashes more than three times in a second' }]
      : [];
  });
}

function findRefresh(): Place[] {
  return [...document.querySelectorAll('meta[http-equiv="refresh" i]')]
    .filter((meta) => Number.parseFloat(meta.getAttribute('content') ?? '') > 0)
    .map((meta) => ({ element: meta.outerHTML, words: 'loads a page after a while' }));
}

/** Opens the page again under a clock that the check turns. */
async function passTime(page: Page): Promise<{ changing: Place[]; away: Place[] }> {
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
      Object.assign(globalThis, { changes: () => [...counts] });
    });
    await other.clock.runFor(10_000);
    const changes = (await other.evaluate('changes()').catch(() => [])) as [string, number][];
    const changing = changes
      .filter(([, count]) => count >= 3)
      .map(([element, count]) => ({ element, words: `changes ${count} times in ten seconds, by itself` }));
    const isLeaving = await leads(other, () => other.clock.fastForward('20:00:00'));
    const away = isLeaving ? [{ element: 'the page', words: 'leads to another page after a while' }] : [];
    return { changing, away };
  } finally {
    await other.close();
  }
}
