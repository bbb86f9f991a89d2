import type { Page } from '@playwright/test';

/** Scrolls to the end of the page and returns what shifted since it opened, and the Cumulative Layout Shift. */
export async function measureShifts(page: Page): Promise<{ total: number; moved: string[] }> {
  return page.evaluate(async () => {
    interface LayoutShift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const found: LayoutShift[] = [];
    const observer = new PerformanceObserver((list) => {
      found.push(...(list.getEntries() as LayoutShift[]));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
    await frame();
    await frame();
    found.push(...(observer.takeRecords() as LayoutShift[]));
    const nameOf = ({ node }: { node: Node | null }) => node?.textContent?.trim().slice(0, 40) ?? '?';
    return {
      total: found.reduce((sum, { value }) => sum + value, 0),
      moved: found.flatMap(({ sources }) => sources.map(nameOf)),
    };
  });
}
