import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';
import { findFaintLines, findFaintShapes, findFaintStates } from './faint.ts';

/**
 * 1.4.3 and 1.4.11 where engines do not look: placeholders, hovered text, edges of fields and lines of icons. Also finds a text colour
 * without a background colour.
 */
export const contrast: Check = {
  id: 'contrast',
  criteria: ['1.4.3', '1.4.11'],
  seesColours: true,
  leavesTraces: true,
  async judge(page) {
    const examples = await inPage(page, findFaintExamples);
    const edges = [
      ...(await inPage(page, findFaintEdges)),
      ...(await inPage(page, findFaintLines)),
      ...(await inPage(page, findFaintIcons)),
      ...(await inPage(page, findFaintShapes)),
    ];
    const generated = await inPage(page, findFaintGenerated);
    const groundless = await inPage(page, findGroundless);
    const hovered = [...(await hover(page)), ...(await inPage(page, findFaintStates))];
    return {
      barriers: [
        ...barriers('faint-example', ['1.4.3'], examples),
        ...barriers('faint-generated', ['1.4.3'], generated),
        ...barriers('colour-without-ground', ['1.4.3'], groundless),
        ...barriers('faint-under-pointer', ['1.4.3'], hovered),
        ...barriers('faint-edge', ['1.4.11'], edges),
      ],
      judged: contrast.criteria,
    };
  },
};

function findFaintExamples(): Place[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[placeholder], textarea[placeholder]')].flatMap(
    (field) => {
      const { color, opacity } = getComputedStyle(field, '::placeholder');
      const ground = kit.groundOf(field);
      const ratio = ground
        ? kit.contrast(`color-mix(in srgb, ${color} ${Number(opacity) * 100}%, transparent)`, ground)
        : 21;
      return ratio < 4.5 ? [{ element: kit.describe(field), words: `its placeholder has ${ratio.toFixed(1)}:1` }] : [];
    },
  );
}

/** Words that a style adds, with less than 4.5:1. */
function findFaintGenerated(): Place[] {
  return [...document.body.querySelectorAll('*')].filter(kit.isShown).flatMap((element) =>
    ['::before', '::after'].flatMap((side) => {
      const { content, color, display, backgroundColor, opacity } = getComputedStyle(element, side);
      const ground = kit.groundOf(element);
      if (!/^"[^"]*[\p{L}\p{N}]/u.test(content) || display === 'none' || !ground || Number(opacity) === 0) return [];
      const isClear = kit.contrast(backgroundColor, ground) === 1;
      const ratio = kit.contrast(color, isClear ? ground : backgroundColor);
      return ratio < 4.5
        ? [{ element: kit.describe(element), words: `the style adds ${content} of ${ratio.toFixed(1)}:1` }]
        : [];
    }),
  );
}

/** Controls without words whose background image has no colour of 3:1. */
async function findFaintIcons(): Promise<Place[]> {
  const found: Place[] = [];
  for (const control of document.querySelectorAll('a[href], button, [role="button"], summary')) {
    const { backgroundImage, backgroundColor } = getComputedStyle(control);
    const [, painted] = /url\("(.+?)"\)/.exec(backgroundImage) ?? [];
    const source = painted ?? control.querySelector('img')?.currentSrc;
    if (!source || kit.wordsOf(control) !== '' || !kit.isShown(control)) continue;
    const isClear = kit.contrast(backgroundColor, 'white') === 1;
    const ground = isClear ? 'rgb(255, 255, 255)' : backgroundColor;
    const image = new Image(48, 48);
    image.src = source;
    const pen = new OffscreenCanvas(48, 48).getContext('2d');
    if (
      !pen ||
      !(await image.decode().then(
        () => true,
        () => false,
      ))
    )
      continue;
    pen.fillStyle = ground;
    pen.fillRect(0, 0, 48, 48);
    pen.drawImage(image, 0, 0, 48, 48);
    const { data } = pen.getImageData(0, 0, 48, 48);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
    const best = Math.max(...[...colours].map((colour) => kit.contrast(colour, ground)));
    if (best < 3) found.push({ element: kit.describe(control), words: `its icon has ${best.toFixed(1)}:1` });
  }
  return found;
}

/** Fields whose edge and background, and icons of controls whose lines, have less than 3:1. */
function findFaintEdges(): Place[] {
  const fields = [...document.querySelectorAll('input, select, textarea')]
    .filter(
      (field) =>
        kit.isShown(field) &&
        !field.matches('[type="image"], [type="range"], [type="submit"], [type="button"]') &&
        // The browser draws its own boxes and buttons with enough contrast.
        !(field.matches('[type="radio"], [type="checkbox"]') && getComputedStyle(field).appearance !== 'none'),
    )
    .flatMap((field) => {
      const around = kit.groundOf(field.parentElement ?? document.body);
      if (!around) return [];
      const style = getComputedStyle(field);
      const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
      const drawn = sides
        .filter((side) => style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0)
        .map((side) => kit.contrast(style[`border${side}Color`], around));
      const best = Math.max(1, kit.contrast(style.backgroundColor, around), ...drawn);
      return best < 3 ? [{ element: kit.describe(field), words: `its edge has ${best.toFixed(1)}:1` }] : [];
    });
  const icons = [...document.querySelectorAll('a svg, button svg, summary svg, svg[role="img"]')]
    .filter(kit.isShown)
    .flatMap((icon) => {
      const control = icon.closest('a, button, summary') ?? icon;
      const ground = kit.groundOf(icon);
      if (!control || !ground || kit.wordsOf(control) !== '') return [];
      const lines = [...icon.querySelectorAll('path, circle, rect, line, polyline, polygon')].flatMap((line) => {
        const { fill, stroke } = getComputedStyle(line);
        // The line counts; what it encloses is mostly not filled.
        const drawn = stroke === 'none' ? fill : stroke;
        return drawn === 'none' ? [] : [kit.contrast(drawn, ground)];
      });
      const best = Math.max(1, ...lines);
      return lines.length > 0 && best < 3
        ? [{ element: kit.describe(control), words: `its icon has ${best.toFixed(1)}:1` }]
        : [];
    });
  return [...fields, ...icons];
}

/** A text colour on a page without a background colour, which the browser of a reader may set to dark. */
function findGroundless(): Place[] {
  const isClear = (element: Element) =>
    ['rgba(0, 0, 0, 0)', 'transparent'].includes(getComputedStyle(element).backgroundColor);
  const { body, documentElement: root } = document;
  const own = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .some(
      (rule) =>
        rule instanceof CSSStyleRule && /^(?:html|body|:root)$/.test(rule.selectorText) && rule.style.color !== '',
    );
  return isClear(body) && isClear(root) && own
    ? [{ element: 'the page', words: 'sets the colour of text but not of the background' }]
    : [];
}

/** Moves the pointer over one control of each look and measures its text. */
async function hover(page: Page): Promise<Place[]> {
  const found: Place[] = [];
  for (const index of await inPage(page, chooseControls, controls)) {
    const control = page.locator(controls).nth(index);
    await control.hover({ timeout: 10_000, force: true }).catch(() => undefined);
    const place = await control.evaluate((element) => {
      const ground = kit.groundOf(element);
      const ratio = ground ? kit.contrast(getComputedStyle(element).color, ground) : 21;
      return ratio < 4.5
        ? { element: kit.describe(element), words: `has ${ratio.toFixed(1)}:1 under a pointer` }
        : null;
    });
    if (place) found.push(place);
  }
  await page.mouse.move(0, 0);
  return found;
}

const controls = 'a[href], button, summary';

/** The indexes, among all controls, of the first of each look. */
function chooseControls(selector: string): number[] {
  const seen = new Set<string>();
  return [...document.querySelectorAll(selector)].flatMap((element, index) => {
    if (!kit.isShown(element) || !kit.wordsOf(element) || element.matches(':disabled, [aria-disabled="true"]'))
      return [];
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const around: string[] = [];
    for (let each: Element | null = element; each && around.length < 4; each = each.parentElement)
      around.push(`${each.localName}.${each.className}`);
    const look = [...around, color, fontSize, fontWeight, kit.groundOf(element)].join('|');
    if (seen.has(look)) return [];
    seen.add(look);
    return [index];
  });
}
