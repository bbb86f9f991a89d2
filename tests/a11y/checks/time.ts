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
  const old = [...document.querySelectorAll('marquee, blink')].map((element) => ({
    element: kit.describe(element),
    words: 'moves or blinks',
  }));
  return [...moved, ...old];
}

/** Elements that flash more than three times per second. */
function findFlashing(): Place[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const { duration, iterations } = effect?.getComputedTiming() ?? {};
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    return element && Number(iterations) > 3 && Number(duration) < 334
      ? [{ element: kit.describe(element), words: 'flashes more than three times per second' }]
      : [];
  });
}

function findRefresh(): Place[] {
  return [...document.querySelectorAll('meta[http-equiv="refresh" i]')]
    .filter((meta) => Number.parseFloat(meta.getAttribute('content') ?? '') > 0)
    .map((meta) => ({ element: meta.outerHTML, words: 'loads a page after a delay' }));
}

/** Opens the page again with a clock that the check advances. */
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
    const away = isLeaving ? [{ element: 'the page', words: 'navigates after a delay' }] : [];
    return { changing, away };
  } finally {
    await other.close();
  }
}
