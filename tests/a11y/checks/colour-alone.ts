import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.4.1: no information is given by colour alone: no text refers to a colour, and no shapes differ only by their colour. */
export const colourAlone: Check = {
  id: 'colour-alone',
  criteria: ['1.4.1'],
  async judge(page) {
    return {
      barriers: [
        ...barriers('names-a-colour', ['1.4.1'], await inPage(page, findNamedColours)),
        ...barriers('only-by-colour', ['1.4.1'], await inPage(page, findColouredShapes)),
        ...barriers('current-by-colour', ['1.4.1'], await inPage(page, findColouredCurrent)),
      ],
      judged: ['1.4.1'],
    };
  },
};

/** Sentences that tell things apart by a colour, in the languages of the site, English and German. */
function findNamedColours(): Place[] {
  const colour =
    '(?:rood|rode|groene?|blauwe?|gele?|oranje|paarse?|roze|grijze?|rouges?|vert[es]*|bleu[es]*|jaunes?|oranges?|gris[es]*|roses?|red|green|blue|yellow|grey|gray|rote?[nrs]?|grüne?[nrs]?|gelbe?[nrs]?|blaue?[nrs]?)';
  const thing =
    '(?:velden|veld|data|datums?|dagen|dag|prijzen|prijs|namen|cellen|cel|rijen|rij|lijnen|lijn|teksten|tekst|woorden|bolletjes?|stip(?:pen)?|balk(?:en)?|vakjes?|vlakken|gebieden|zones?|punten|regels|bedragen|uren|champs?|dates?|jours?|cases?|prix|lignes?|textes?|mots?|points?|pastilles?|zones?|montants?|noms?|heures?|barres?|fields?|dates?|days?|prices?|rows?|lines?|cells?|words?|dots?|Felder|Tage|Preise|Zeilen|Punkte)';
  const patterns = [
    `\\bin (?:het |de )?${colour}(?: \\p{L}+)? (?:is|zijn|staan|staat|gemarkeerd|aangeduid|are|is|marked)\\b`,
    `\\b(?:in het|en|in|in der Farbe) ${colour}\\s*[,.)]`,
    `\\b(?:${thing}\\p{L}*) (?:in (?:het )?|en |in )${colour}\\b`,
    `\\b${colour} (?:gemarkeerde? |gekleurde? |marqués? |marked )?${thing}\\b`,
    `\\b${thing} (?:\\p{L}+ )?(?:en )?${colour}\\b`,
    `\\b(?:marqué|indiqué|affiché|surligné|coloré|écrit)e?s? en ${colour}\\b`,
    `\\b(?:en|in) ${colour}\\s*(?:=|:|→|betekent|signifie|means)`,
    `\\b${colour}\\s*(?:=|betekent|signifie|means|bedeutet)\\b`,
  ].map((pattern) => new RegExp(pattern, 'iu'));
  return kit
    .withWords()
    .filter(kit.isShown)
    .flatMap((element) => {
      const text = kit.wordsOf(element);
      const said = patterns.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
      return said ? [{ element: kit.describe(element), words: `“${said}” asks to see a colour` }] : [];
    });
}

/** Small shapes without words or a name, of one size and of several colours. */
function findColouredShapes(): Place[] {
  const isNamed = (element: Element) =>
    element.closest(
      '[aria-label], [aria-labelledby], [title], a, button, label, [aria-hidden="true"] [aria-hidden="true"]',
    ) ?? element.querySelector('title');
  const shapes = [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!kit.isShown(element) || element.childElementCount > 0 || isNamed(element)) return [];
    const text = (element.textContent ?? '').trim();
    if (/[\p{L}\p{N}]/u.test(text) || element.matches('input, select, textarea, img, hr, col, iframe, canvas'))
      return [];
    const { width, height } = element.getBoundingClientRect();
    if (width > 48 || height > 48 || width < 4 || height < 4) return [];
    const { backgroundColor, backgroundImage, fill, color, borderRadius } = getComputedStyle(element);
    const isDrawing = element instanceof SVGElement;
    if (isDrawing && (!element.matches('circle, rect, ellipse') || element.closest('svg[role="img"]'))) return [];
    const paint = isDrawing ? fill : text ? color : backgroundColor;
    if (paint === 'rgba(0, 0, 0, 0)' || paint === 'none' || backgroundImage !== 'none') return [];
    const shape = [element.localName, Math.round(width), Math.round(height), borderRadius, text].join();
    return [{ element, shape, paint }];
  });
  return [...Map.groupBy(shapes, ({ shape }) => shape).values()].flatMap((same) => {
    const [first] = same;
    const paints = new Set(same.map(({ paint }) => paint));
    const name = first?.element.parentElement ?? document.body;
    return same.length > 1 && paints.size > 1 && paints.size <= 5
      ? [{ element: kit.describe(name), words: `shows ${paints.size} states by the colour of a shape alone` }]
      : [];
  });
}

/** Current links of a menu that differ from the others only by a colour of less than 3:1. */
function findColouredCurrent(): Place[] {
  const shapeOf = (link: Element) => {
    const style = getComputedStyle(link);
    const drawn = ['::before', '::after'].map((side) => getComputedStyle(link, side).content);
    const item = link.parentElement ? getComputedStyle(link.parentElement) : style;
    const lines = [style, item].flatMap((each) => [
      each.borderWidth,
      each.borderStyle,
      each.boxShadow,
      each.outlineStyle,
    ]);
    return [style.textDecorationLine, style.fontWeight, style.fontStyle, style.fontSize, ...lines, ...drawn].join();
  };
  const paintsOf = (link: Element) => [getComputedStyle(link).color, kit.groundOf(link) ?? ''] as const;
  return [...document.querySelectorAll('a[aria-current]:not([aria-current="false"])')].flatMap((link) => {
    const menu = link.closest('nav, ul, ol');
    const other = [...(menu?.querySelectorAll('a[href]:not([aria-current])') ?? [])].find(kit.isShown);
    if (!other || !kit.isShown(link) || shapeOf(link) !== shapeOf(other)) return [];
    const [own, others] = [paintsOf(link), paintsOf(other)];
    const isMarked = own.some((paint, place) => kit.contrast(paint || 'white', others[place] || 'white') >= 3);
    return own.join() === others.join() || isMarked
      ? []
      : [{ element: kit.describe(link), words: 'is marked as current by a colour alone' }];
  });
}
