import type { Page } from '@playwright/test';

/** One way to look at a page. */
interface Look {
  readonly width: 320 | 1280;
  readonly scheme: 'light' | 'dark' | 'forced colours';
}

/** Every way in which the engines look at a page. */
export const looks: readonly Look[] = ([320, 1280] as const).flatMap((width) =>
  (['light', 'dark', 'forced colours'] as const).map((scheme) => ({ width, scheme })),
);

/** Gives a page this look. */
export async function take(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced colours' ? 'active' : 'none',
  });
}

/** A look in words: `320 px, dark`. */
export function lookInWords({ width, scheme }: Look): string {
  return `${width} px, ${scheme}`;
}
