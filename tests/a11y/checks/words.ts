import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

interface Found extends Place {
  readonly rule: string;
}

const criteria: Readonly<Record<string, readonly string[]>> = {
  'by-senses': ['1.3.3'],
  'link-says-nothing': ['2.4.4'],
  'mark-alone': ['1.3.3'],
  'same-headings': ['2.4.6'],
  'same-links': ['2.4.4'],
  'title-says-nothing': ['2.4.2'],
};

/** 1.3.3, 2.4.2, 2.4.4 and 2.4.6: titles, headings and links are descriptive, and instructions do not rely on shape, place or colour. */
export const words: Check = {
  id: 'words',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  async judge(page) {
    const found = await inPage(page, findEmptyWords);
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: words.criteria,
    };
  },
};

function findEmptyWords(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, said: string) =>
    found.push({ rule, element: kit.describe(element), words: said });
  const wordsIn = (text: string) => new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);

  // A title without a word of the main heading belongs to another page.
  const heading = document.querySelector('h1');
  const title = wordsIn(document.title);
  const isOfPage = [...wordsIn(heading?.textContent.replaceAll('\u00ad', '') ?? '')].some((word) => title.has(word));
  if (
    /^(?:document|untitled|zonder titel|sans titre|titel|page)\b/i.test(document.title.trim()) ||
    (heading && !isOfPage)
  ) {
    tell('title-says-nothing', document.head, `“${document.title}” is not of this page`);
  }

  const empty =
    /^(?:klik hier|hier|lees meer|meer|meer info(?:rmatie)?|link|cliquez ici|ici|lire la suite|en savoir plus|plus|suite|read more|more|click here)[\s.…>›»]*$/i;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(kit.isShown);
  const nameOf = (link: Element) => (link.getAttribute('aria-label') ?? kit.wordsOf(link)).trim();
  for (const link of links) {
    // The sentence, cell or item around it can complete it.
    const around = link.closest('p, li, td, dd, figcaption')?.textContent.trim() ?? '';
    const isAlone = around.replace(/\s+/g, ' ') === kit.wordsOf(link) || around === '';
    if (empty.test(nameOf(link)) && isAlone && !link.hasAttribute('aria-describedby'))
      tell('link-says-nothing', link, 'does not describe its target');
  }

  const headings = [...document.querySelectorAll('h2, h3, h4, h5, h6')].filter(kit.isShown);
  for (const [index, each] of headings.entries()) {
    const twin = headings
      .slice(0, index)
      .find((other) => other.localName === each.localName && kit.wordsOf(other) === kit.wordsOf(each));
    const partOf = (element: Element) =>
      element.parentElement?.closest('section, article, li, [popover]') ?? document.body;
    if (twin && kit.wordsOf(each) && partOf(twin.parentElement ?? twin) === partOf(each.parentElement ?? each))
      tell('same-headings', each, 'repeats the heading before it');
  }

  const shape = '(?:ronde?|vierkante?|groene?|rode?|blauwe?|gele?|linkse?|rechtse?|grote?|kleine?|bovenste|onderste)';
  const control = '(?:knop|link|vak|veld|icoon|pijl|kolom|menu|tekst)';
  const sensory = new RegExp(
    `\\b${shape}\\s+${control}\\b|\\bvelden? in het (?:rood|groen|blauw)|\\b(?:bouton|lien|champ|case|icône|flèche|colonne)s?\\s+(?:ronde?|carrée?|verte?|rouge|bleue?|jaune|(?:à|de) (?:gauche|droite))\\b`,
    'i',
  );
  for (const block of kit.withWords().filter(kit.isShown)) {
    const text = kit.wordsOf(block);
    const said = sensory.exec(text)?.[0];
    if (said) tell('by-senses', block, `“${said}” asks to see`);
    if (/[✔✓✖✗✘☑☒●○▲▼★☆]/.test(text) && !block.closest('[aria-hidden="true"], [aria-label]'))
      tell('mark-alone', block, 'relies on a mark alone');
  }
  return found;
}
