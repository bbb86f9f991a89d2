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
        ...barriers('same-words-in-colours', ['1.4.1'], await inPage(page, findColouredTwins)),
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
      // Something else in the same sentence says the same.
      const also =
        /gevolgd door|met (?:de |het |een )?(?:woord|teken|ster\p{L}*|letter|icoon|symbool|vermelding)|vetgedrukt|(?:en|in het) vet\b|suivie?s? d|avec (?:la mention|une? )|en gras|followed by|\bbold\b/iu;
      const sentences = kit.wordsOf(element).split(/(?<=[.!?])\s/);
      const text = sentences.filter((sentence) => !also.test(sentence)).join(' ');
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
    if (isDrawing && !element.matches('circle, rect, ellipse')) return [];
    const paint = isDrawing ? fill : text ? color : backgroundColor;
    if (paint === 'rgba(0, 0, 0, 0)' || paint === 'none' || backgroundImage !== 'none') return [];
    const shape = [element.localName, Math.round(width), Math.round(height), borderRadius, text].join();
    return [{ element, shape, paint }];
  });
  return [...Map.groupBy(shapes, ({ shape }) => shape).values()].flatMap((same) => {
    const [first] = same;
    const paints = new Set(same.map(({ paint }) => paint));
    const name = first?.element.parentElement ?? document.body;
    // A word of the state beside each shape says the same.
    const state =
      /\b(?:open|gesloten|dicht|beschikbaar|volzet|vrij|bezet|ok|in orde|storing|hinder|normaal|vertraging|actief|inactief|ja|nee|neen|klaar|bezig|ouvert|fermé|complet|disponible|libre|occupé|en service|hors service|perturbé|oui|non|goed|slecht|laag|hoog)\b/i;
    if (same.every(({ element }) => state.test((element.parentElement as HTMLElement | null)?.innerText ?? '')))
      return [];
    return same.length > 1 && paints.size > 1 && paints.size <= 5
      ? [{ element: kit.describe(name), words: `shows ${paints.size} states by the colour of a shape alone` }]
      : [];
  });
}

/** Cells or items with the same words, or numbers alone, that differ by a colour and by nothing else. */
function findColouredTwins(): Place[] {
  const isColour = (paint: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (paint.match(/[\d.]+/g) ?? []).map(Number);
    return alpha > 0.3 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40;
  };
  // The words that are drawn, without those for screen readers.
  const seen = (part: Element) =>
    [...part.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('')
      .trim();
  const parts = [...document.querySelectorAll('main :is(td, li, span, div, time, b)')].filter(
    (part) =>
      kit.isShown(part) &&
      ![...part.children].some(kit.isShown) &&
      /[\p{L}\p{N}]/u.test(seen(part)) &&
      seen(part).length < 24 &&
      !part.closest('a, button, label, [aria-hidden="true"], [aria-label], [title], [aria-current], code, pre'),
  );
  const groups = Map.groupBy(parts, (part) => {
    const { fontWeight, fontStyle, textDecorationLine, borderStyle, borderWidth, fontSize } = getComputedStyle(part);
    const drawn = ['::before', '::after'].map((side) => getComputedStyle(part, side).content).join();
    const box = part.closest('table, ul, ol, main > *');
    const words = seen(part).replace(/\d+/g, '0');
    return [
      words,
      part.localName,
      fontWeight,
      fontStyle,
      textDecorationLine,
      borderStyle,
      borderWidth,
      fontSize,
      drawn,
      [...document.querySelectorAll('*')].indexOf(box ?? part),
    ].join('|');
  });
  return [...groups.values()].flatMap((same) => {
    const paints = new Set(
      same.map((part) => {
        const { color, backgroundColor } = getComputedStyle(part);
        return isColour(backgroundColor) ? backgroundColor : color;
      }),
    );
    const [first] = same;
    return first && same.length > 2 && paints.size > 1 && paints.size < 5 && [...paints].some(isColour)
      ? [
          {
            element: kit.describe(first),
            words: `has ${paints.size} colours for the same words, and nothing else differs`,
          },
        ]
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
  return [
    ...document.querySelectorAll(
      ':is(a, button, [role="tab"], [role="option"]):is([aria-current]:not([aria-current="false"]), [aria-selected="true"], [aria-pressed="true"], .active, .current, .actief, .actif, .selected, .huidig)',
    ),
  ].flatMap((link) => {
    const menu = link.closest('nav, ul, ol, [role="tablist"], [role="group"], div');
    const other = [
      ...(menu?.querySelectorAll(
        `${link.localName}:not([aria-current], [aria-selected="true"], [aria-pressed="true"])`,
      ) ?? []),
    ].find((each) => kit.isShown(each) && each !== link);
    if (!other || !kit.isShown(link) || shapeOf(link) !== shapeOf(other)) return [];
    const [own, others] = [paintsOf(link), paintsOf(other)];
    const isMarked = own.some((paint, place) => kit.contrast(paint || 'white', others[place] || 'white') >= 3);
    return own.join() === others.join() || isMarked
      ? []
      : [{ element: kit.describe(link), words: 'is marked as current by a colour alone' }];
  });
}
