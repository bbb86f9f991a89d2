import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** One announcement of a screen reader that moves through the page. */
export interface Stop {
  /** `link, Contact`, `end of link, Contact` or plain text. */
  readonly phrase: string;
  /** Whether it is plain text, without a role. */
  readonly isText: boolean;
  /** The language of the nearest `lang` (BCP 47); empty without one. */
  readonly language: string;
  /** The target of a link, without the origin of the site. */
  readonly target: string | null;
}

const path = '/virtual-screen-reader.js';
const module = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'));

/**
 * Moves the virtual screen reader of Guidepup through an open page. It follows the specifications of W3C (ARIA, HTML-AAM, accessible
 * names) and skips hidden elements. The page must bypass its content security policy.
 * @param part selector of the part to read
 */
export async function listen(page: Page, part = 'body'): Promise<readonly Stop[]> {
  await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'text/javascript', body: module }));
  return page.evaluate(
    async ([source, selector]) => {
      const { virtual } = (await import(source as string)) as typeof import('@guidepup/virtual-screen-reader');
      const container = document.querySelector(selector as string);
      if (!container) throw new Error(`The page has no ${selector}.`);
      await virtual.start({ container });
      const stops: Stop[] = [];
      const first = virtual.activeNode;
      do {
        const node = virtual.activeNode;
        const element = node instanceof Element ? node : (node?.parentElement ?? null);
        const link = element?.closest<HTMLAnchorElement>('a[href]');
        stops.push({
          phrase: await virtual.lastSpokenPhrase(),
          isText: node instanceof Text,
          language: element?.closest('[lang]')?.getAttribute('lang') ?? '',
          target: link ? link.href.replace(location.origin, '') : null,
        });
        await virtual.next();
        // The end of a part with a role returns to the part itself; a part without a role starts again.
      } while (virtual.activeNode !== first);
      const last = await virtual.lastSpokenPhrase();
      await virtual.stop();
      const [begin] = stops;
      if (!begin) return [];
      if (last === `end of ${begin.phrase}`) return [...stops, { ...begin, phrase: last }];
      const whole = { ...begin, isText: false, target: null };
      return [{ ...whole, phrase: 'document' }, ...stops, { ...whole, phrase: 'end of document' }];
    },
    [path, part],
  );
}
