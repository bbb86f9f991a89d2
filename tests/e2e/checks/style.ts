import type { Page } from '@playwright/test';

/** What a page lacks of the style sheet of the site. */
export interface StyleGap {
  /** Rules that apply to something on the page, but are not in its style sheet. */
  readonly lacking: readonly string[];
  /** Rules that the whole sheet does not have at this place: something was moved or changed. */
  readonly strange: readonly string[];
  /** Custom properties that the page reads, and that only the whole sheet sets. */
  readonly unset: readonly string[];
  /** How many rules of the whole sheet apply. */
  readonly applied: number;
}

/**
 * Compares the style sheet of a page with that of the whole site, by asking the browser which rules apply to something that
 * is on the page now.
 * @param whole the style sheet of the site
 */
export function compareStyles(page: Page, whole: string): Promise<StyleGap> {
  return page.evaluate((css) => {
    interface Found {
      readonly text: string;
      readonly selectors: string;
      readonly declarations: string;
    }
    /** Every rule with its queries and layers, without what is allowed to be left out: custom properties and dead selectors. */
    const rulesOf = (list: CSSRuleList, around = ''): Found[] =>
      [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) {
          const declarations = [...rule.style]
            .filter((name) => !name.startsWith('--'))
            .map((name) => `${name}: ${rule.style.getPropertyValue(name)} ${rule.style.getPropertyPriority(name)}`)
            .join('; ');
          return [{ text: `${around}{${declarations}}`, selectors: rule.selectorText, declarations }];
        }
        const nested = (rule as CSSGroupingRule).cssRules as CSSRuleList | undefined;
        if (nested && !(rule instanceof CSSPageRule)) {
          const head = rule.cssText.slice(0, rule.cssText.indexOf('{')).trim();
          return rulesOf(nested, `${around}${head} `);
        }
        return [{ text: around + rule.cssText, selectors: ':root', declarations: 'x' }];
      });
    /** Pseudo-classes for what a visitor may do, and pseudo-elements, count as applying. */
    const applies = (selectors: string) => {
      const still = selectors
        .replace(/(?<!\\)::?[a-z-]+(?:\([^()]*\))?/g, (pseudo) =>
          /^:(is|where|has|not|nth-|first-|last-|only-|root|lang)/.test(pseudo) ? pseudo : '',
        )
        .replace(/\[open\]/g, '')
        .replace(/:(is|where|has|not)\(\s*\)/g, '')
        .replace(/([>+~]\s*|^\s*|,\s*)(?=,|$)/g, '$1*');
      return document.querySelector(still) !== null;
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const all = rulesOf(sheet.cssRules);

    const strange: string[] = [];
    const kept = new Set<number>();
    for (const { cssRules } of document.styleSheets) {
      let place = 0;
      for (const rule of rulesOf(cssRules)) {
        const selectors = rule.selectors.split(/,\s*/);
        let next = place;
        const fits = (each: Found) =>
          each.text === rule.text && selectors.every((selector) => each.selectors.includes(selector));
        while (next < all.length && !fits(all[next] as Found)) next++;
        if (next === all.length) strange.push(`${rule.selectors} ${rule.text}`);
        else {
          kept.add(next);
          place = next + 1;
        }
      }
    }
    const isApplied = all.map((rule) => rule.declarations !== '' && applies(rule.selectors));
    // Keyframes apply when a rule that applies names them.
    const applied = all.map(({ text }, index) => {
      const [, frames] = /^@keyframes (\S+)/.exec(text) ?? [];
      if (frames === undefined) return isApplied[index] === true;
      return all.some(
        ({ declarations }, other) => isApplied[other] && declarations.includes(`animation-name: ${frames} `),
      );
    });
    const properties = (text: string) => new Set(text.match(/(?<=[{;\s])--[\w-]+(?=\s*:)/g) ?? []);
    const set = new Set<string>();
    const unset = new Set<string>();
    for (const { cssRules } of document.styleSheets) {
      const text = [...cssRules].map(({ cssText }) => cssText).join('');
      for (const name of properties(text)) set.add(name);
      for (const name of text.match(/(?<=var\(\s*)--[\w-]+/g) ?? []) if (!set.has(name)) unset.add(name);
    }
    return {
      lacking: all
        .filter((_, index) => applied[index] && !kept.has(index))
        .map(({ selectors, text }) => `${selectors} ${text}`),
      strange,
      unset: [...unset].filter((name) => properties(css).has(name)),
      applied: applied.filter(Boolean).length,
    };
  }, whole);
}
