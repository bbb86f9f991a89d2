import type { Page } from '@playwright/test';

/** Animations, transitions and smooth scrolling that remain under `prefers-reduced-motion`. */
export function findMotion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
    const lasts = (durations: string) => durations.split(', ').some((each) => Number.parseFloat(each) > 0);
    const moving = [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((pseudo) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(
          element,
          pseudo,
        );
        return [
          ...(animationName !== 'none' && lasts(animationDuration)
            ? [`${nameOf(element)}${pseudo}: an animation`]
            : []),
          ...(lasts(transitionDuration) ? [`${nameOf(element)}${pseudo}: a transition`] : []),
          ...(pseudo === '' && scrollBehavior === 'smooth' ? [`${nameOf(element)}: smooth scrolling`] : []),
        ];
      }),
    );
    const rulesOf = (list: CSSRuleList): CSSRule[] =>
      [...list].flatMap((rule) => {
        if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
        return 'cssRules' in rule ? [rule, ...rulesOf(rule.cssRules as CSSRuleList)] : [rule];
      });
    const turning = [...document.styleSheets]
      .flatMap(({ cssRules }) => rulesOf(cssRules))
      .filter((rule) => /^@view-transition\b[^}]*navigation:\s*auto/.test(rule.cssText))
      .map(() => 'the page: a transition to the next page');
    return [...moving, ...turning];
  });
}
