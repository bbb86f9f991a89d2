import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** What a screen reader says at one place, as its listener goes through the page from the first place to the last. */
export interface Stop {
  /** `link, Contact` or `end of link, Contact`; or just a text. */
  readonly phrase: string;
  /** Whether it is words alone, and not something with a role. */
  readonly isText: boolean;
  /** The language in which it is to be said (BCP 47), by the nearest `lang`; empty when nothing says it. */
  readonly language: string;
  /** Where a link leads, without the origin of this site. */
  readonly target: string | null;
}

const address = '/virtual-screen-reader.js';
const module = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
);

/**
 * Goes through an open page with the virtual screen reader of Guidepup, which works by the specifications of the W3C (ARIA,
 * HTML-AAM, accessible names) on the document as the browser has it: what is hidden stays unsaid. The page must bypass its
 * policy for scripts.
 * @param part selector of the part to go through
 */
export async function listen(page: Page, part = 'body'): Promise<readonly Stop[]> {
  await page.route(`**${address}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: module }),
  );
  return page.evaluate(
    async ([source, selector]) => {
      const { virtual } = (await import(
        source as string
      )) as typeof import('@guidepup/virtual-screen-reader');
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
        // The end of a part that has a role comes back to the part itself; one without a role has no end, and begins anew.
      } while (virtual.activeNode !== first);
      const last = await virtual.lastSpokenPhrase();
      await virtual.stop();
      const [begin] = stops;
      if (!begin) return [];
      if (last === `end of ${begin.phrase}`) return [...stops, { ...begin, phrase: last }];
      const whole = { ...begin, isText: false, target: null };
      return [{ ...whole, phrase: 'document' }, ...stops, { ...whole, phrase: 'end of document' }];
    },
    [address, part],
  );
}
