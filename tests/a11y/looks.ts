import type { Page } from '@playwright/test';

/** A viewport and a colour scheme. */
interface Look {
  readonly width: 320 | 1280;
  readonly scheme: 'light' | 'dark' | 'forced colours';
}

/** The looks in which engines judge a page. */
export const looks: readonly Look[] = ([320, 1280] as const).flatMap((width) =>
  (['light', 'dark', 'forced colours'] as const).map((scheme) => ({ width, scheme })),
);

/** Applies a look to a page. */
export async function take(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced colours' ? 'active' : 'none',
  });
}

/** A look as text: `320 px, dark`. */
export function lookInWords({ width, scheme }: Look): string {
  return `${width} px, ${scheme}`;
}
