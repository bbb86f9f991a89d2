import type { Place } from '../in-page.ts';

/* What engines do not see of contrast. Each function runs in the page, so it contains all that it needs. */

/** Boxes of drawn choices, values of bars, and signs in place of words, with less than 3:1. */
export function findFaintShapes(): Place[] {
  const drawn = [
    ...document.querySelectorAll<HTMLInputElement>(
      'input[type="checkbox"], input[type="radio"], [role="checkbox"], [role="radio"], [role="switch"], [role="slider"]',
    ),
  ].flatMap((control) => {
    const isNative =
      control.matches('input') && kit.isShown(control) && getComputedStyle(control).appearance !== 'none';
    const label = control.labels?.[0] ?? control;
    if (isNative || !kit.isShown(label)) return [];
    const around = kit.groundOf(label.parentElement ?? document.body);
    if (!around) return [];
    // The box is drawn by the control, by what follows it, or by what its label adds.
    const parts = [control, control.nextElementSibling, ...label.querySelectorAll('span, i, div')].filter(
      (part) => part instanceof Element && kit.isShown(part),
    );
    const styles = [
      ...parts.map((part) => getComputedStyle(part as Element)),
      ...[...parts, label]
        .flatMap((part) => ['::before', '::after'].map((side) => getComputedStyle(part as Element, side)))
        .filter(({ content }) => content !== 'none' && content !== 'normal'),
    ].filter(
      ({ width, borderTopWidth, backgroundColor }) =>
        Number.parseFloat(width) < 80 &&
        (Number.parseFloat(borderTopWidth) > 0 || kit.contrast(backgroundColor, around) > 1),
    );
    const best = Math.max(
      0,
      ...styles.flatMap((style) => [
        Number.parseFloat(style.borderTopWidth) > 0 ? kit.contrast(style.borderTopColor, around) : 1,
        kit.contrast(style.backgroundColor, around),
      ]),
    );
    return styles.length > 0 && best < 3
      ? [{ element: kit.describe(label), words: `its box has ${best.toFixed(1)}:1` }]
      : [];
  });
  const bars = [...document.querySelectorAll('[role="progressbar"], [role="meter"]')].flatMap((bar) => {
    const fill = bar.firstElementChild;
    const ground = kit.groundOf(bar);
    const ratio = fill && ground ? kit.contrast(getComputedStyle(fill).backgroundColor, ground) : 21;
    return ratio < 3 && kit.wordsOf(bar) === ''
      ? [{ element: kit.describe(bar), words: `its value has ${ratio.toFixed(1)}:1` }]
      : [];
  });
  // A sign in place of words, typed or added by the style.
  const signs = [...document.querySelectorAll('a[href], button, summary')].filter(kit.isShown).flatMap((control) => {
    const contents = ['::before', '::after']
      .map((side) => getComputedStyle(control, side))
      .filter(({ content }) => /^"[^\p{L}\p{N}"]+"$/u.test(content));
    if (/[\p{L}\p{N}]/u.test(kit.wordsOf(control)) || control.querySelector('svg, img')) return [];
    const ground = kit.groundOf(control);
    const paints = kit.wordsOf(control) ? [getComputedStyle(control).color] : contents.map(({ color }) => color);
    const best = ground && paints.length > 0 ? Math.max(...paints.map((paint) => kit.contrast(paint, ground))) : 21;
    return best < 3 && !control.matches(':disabled')
      ? [{ element: kit.describe(control), words: `its sign has ${best.toFixed(1)}:1` }]
      : [];
  });
  return [...drawn, ...bars, ...signs];
}

/** Rules for visited, chosen and pressed text whose colour has less than 4.5:1 on their own or the present background. */
export function findFaintStates(): Place[] {
  const rulesOf = (rules: CSSRuleList): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
      return [
        ...(rule instanceof CSSStyleRule ? [rule] : []),
        ...('cssRules' in rule ? rulesOf(rule.cssRules as CSSRuleList) : []),
      ];
    });
  const state = /:(?:visited|active|focus|focus-visible|target|checked|hover)(?![\w-])|::selection/g;
  return [...document.styleSheets]
    .flatMap((sheet) => rulesOf(sheet.cssRules))
    .flatMap((rule) => {
      const { color, backgroundColor } = rule.style;
      if (
        !color ||
        color.includes('var(') ||
        /hover|active/.test(rule.selectorText.replace(/:(?:visited|focus)/g, '')) ||
        !rule.selectorText.match(state)
      )
        return [];
      const plain = rule.selectorText
        .split(',')
        .filter((part) => part.match(state))
        .map((part) => part.replace(state, '') || '*')
        .join();
      let element: Element | undefined;
      try {
        element = [...document.querySelectorAll(plain)].find((each) => kit.isShown(each) && kit.wordsOf(each) !== '');
      } catch {
        return [];
      }
      const ground =
        element && (backgroundColor && !backgroundColor.includes('var(') ? backgroundColor : kit.groundOf(element));
      const ratio = ground ? kit.contrast(color, ground) : 21;
      return element && ratio < 4.5 && ratio > 1
        ? [{ element: kit.describe(element), words: `has ${ratio.toFixed(1)}:1 by ${rule.selectorText}` }]
        : [];
    });
}

/**
 * Lines of drawings with words, such as the way on a map or the curve of a chart, with less than 3:1. A wide line is a street or an area;
 * what is dashed, or narrow and not closed, carries the meaning.
 */
export function findFaintLines(): Place[] {
  const drawings = [...document.querySelectorAll('svg')].filter(
    (drawing) =>
      kit.isShown(drawing) &&
      (drawing.querySelector('text') || drawing.getBoundingClientRect().width > 100) &&
      !drawing.closest('[aria-hidden="true"]'),
  );
  return drawings.flatMap((drawing) => {
    const ground = kit.groundOf(drawing);
    if (!ground) return [];
    return [...drawing.querySelectorAll('path, line, polyline, circle, rect')].flatMap((line) => {
      const { stroke, strokeWidth, strokeDasharray, fill, opacity } = getComputedStyle(line);
      const isFilled = line.matches('rect') && fill !== 'none';
      if ((stroke === 'none' && !isFilled) || Number(opacity) === 0 || line.closest('defs, pattern, clipPath, mask'))
        return [];
      const isDashed = strokeDasharray !== 'none';
      const isCurve = fill === 'none' && line.matches('polyline, [data-series]');
      const isBar = line.matches('rect') && drawing.querySelectorAll('rect').length > 2 && fill !== 'none';
      if (!isDashed && !isCurve && !isBar) return [];
      const ratio = kit.contrast(isBar ? fill : stroke, ground);
      return ratio < 3
        ? [{ element: kit.describe(drawing).slice(0, 40), words: `a line of ${strokeWidth} has ${ratio.toFixed(1)}:1` }]
        : [];
    });
  });
}
