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
  'says-little': ['2.4.6'],
  'title-says-nothing': ['2.4.2'],
};

/** 1.3.3, 2.4.2, 2.4.4 and 2.4.6: titles, headings and links are descriptive, and instructions do not rely on shape, place or colour. */
export const words: Check = {
  id: 'words',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  async judge(page) {
    const found: Found[] = [];
    for (const find of [findEmptyWords, findTitleOfAnother, findSenses]) found.push(...(await inPage(page, find)));
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: words.criteria,
    };
  },
};

/** Titles, links and headings that are not descriptive. Each of these functions runs in the page, so it contains all that it needs. */
function findEmptyWords(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, said: string) =>
    found.push({ rule, element: kit.describe(element), words: said });
  const empty =
    /^(?:klik(?: hier)?|hier|lees (?:meer|verder)|meer|meer info(?:rmatie)?|info|link|ga verder|verder|bekijk|bekijken|download(?:en)?|details|pdf|document|openen|inschrijven|cliquez ici|ici|lire la suite|en savoir plus|plus(?: d[’']infos?)?|suite|voir(?: (?:plus|ici|tout))?|télécharger|détails|ouvrir|s[’']inscrire|lire|lire plus|consulter|fichier|formulaire|read more|more|learn more|click here|here|view|open|details|deze (?:link|pagina)|via deze link|(?:deze )?website|site|bestand|formulier|volgende|naar de pagina|ga naar|ga|lees|bekijk (?:alles|meer|hier)|zie hier|ontdek(?: meer)?|bestellen|aanvragen|reserveren|ce lien|cette page|cliquer ici|découvrir|go|this page|this link|website|weiterlesen|mehr|hier klicken)[\s.…>›»→]*$/i;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(kit.isShown);
  const nameOf = (link: Element) =>
    (link.getAttribute('aria-label') || kit.wordsOf(link) || (link.querySelector('img')?.alt ?? '')).trim();
  // The name of a file, a long address, or signs alone.
  const raw =
    /^[\p{L}\d_.%+-]*[\d_-][\p{L}\d_.%+-]*\.(?:pdf|docx?|xlsx?|odt|ods|pptx?|zip|jpe?g|png|csv)$|^https?:\/\/(?=.*[?%&=]|.{40})\S+$|^[^\p{L}\p{N}]+$/iu;
  const isAlone = (link: Element) => {
    // The sentence, cell or item around it can complete it.
    const part = link.closest('p, li, td, dd, figcaption');
    // A header of its row names what a cell is about.
    if (part?.matches('td') && part.parentElement?.querySelector('th')) return false;
    const around = part?.textContent.trim() ?? '';
    return around.replace(/\s+/g, ' ') === kit.wordsOf(link) || around === '';
  };
  const isHelped = (link: Element) => link.matches('[aria-describedby], [aria-labelledby]');
  for (const link of links) {
    const isEmpty = empty.test(nameOf(link)) || (raw.test(nameOf(link)) && !link.closest('nav'));
    if (isEmpty && isAlone(link) && !isHelped(link)) tell('link-says-nothing', link, 'does not describe its target');
  }
  const same = Map.groupBy(
    links.filter(isAlone),
    (link) => `${nameOf(link)} ${link.closest('[lang]')?.getAttribute('lang')}`,
  );
  for (const group of same.values()) {
    const [first, other] = [...new Map(group.map((link) => [link.href.replace(/#.*/, ''), link])).values()];
    if (first && other && nameOf(other) && !isHelped(other) && !first.closest('nav'))
      tell('same-links', other, `leads to another place than the link of the same name before it`);
  }
  const vague =
    /^(?:info(?:s|rmatie|rmations?)?|algemeen|algemene info(?:rmatie)?|divers(?:e|en)?|varia|allerlei|andere(?: info(?:rmatie)?)?|overige?|meer(?: info(?:rmatie)?)?|details?|extra|inhoud|teksten?|titel|kop|ondertitel|tussentitel|onderwerp|items?|blok|sectie|(?:deel|stap|hoofdstuk|punt|sectie|partie|étape|chapitre|point|section|part|step|chapter)?\s*\d+|généralités?|général|autres?|plus(?: d[’']infos?)?|détails?|contenus?|textes?|titres?|sous-titre|sujet|general|misc(?:ellaneous)?|others?|more|content|text|title|heading|subheading|section|lorem ipsum.*|test|todo|nieuw|nouveau|zie ook|links|liens|nog (?:iets|meer|dit)|van alles(?: en nog wat)?|weetjes?|rest|aanvullend|bijkomend(?:e info(?:rmatie)?)?|belangrijk|opgelet|let op|attention|important|remarques?|opmerkingen?|à savoir|en plus|suite|en bref|intro(?:ductie|duction)?|vervolg|onderdeel|rubriek|rubrique|nota|note)[\s.:…!]*$/i;
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')].filter(kit.isShown);
  for (const heading of headings)
    if (vague.test(kit.wordsOf(heading))) tell('says-little', heading, 'does not describe what follows');
  const labels = [...document.querySelectorAll('label, legend')].filter((label) => kit.isShown(label));
  const nothing =
    /^(?:veld|invoer|invoerveld|tekst|waarde|gegevens?|keuze|optie|champ|saisie|texte|valeur|donnée|choix|option|field|input|text|value|label|selecteer|sélectionnez|select|kies|antwoord)?\s*\d*[\s*:]*$/i;
  for (const label of labels)
    if (nothing.test(kit.wordsOf(label)) && !label.querySelector('img, svg'))
      tell('says-little', label, 'does not describe its field');
  const groups = Map.groupBy(
    labels.filter((label) => label.localName === 'label' && !label.closest('fieldset, [role="group"], section, li')),
    (label) => kit.wordsOf(label),
  );
  for (const [text, [, second]] of groups) if (second && text) tell('says-little', second, 'labels two fields alike');
  for (const [index, each] of headings.entries()) {
    const twin = headings
      .slice(0, index)
      .find((other) => other.localName === each.localName && kit.wordsOf(other) === kit.wordsOf(each));
    const partOf = (element: Element) =>
      element.parentElement?.closest('section, article, li, [popover]') ?? document.body;
    if (twin && kit.wordsOf(each) && partOf(twin.parentElement ?? twin) === partOf(each.parentElement ?? each))
      tell('same-headings', each, 'repeats the heading before it');
  }
  return found;
}

/** A title that does not name the page, or that names another one. */
function findTitleOfAnother(): Found[] {
  const wordsIn = (text: string) =>
    new Set(
      text
        .replaceAll('\u00ad', '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
    );
  const heading = document.querySelector('h1');
  const tell = (words: string) => [
    { rule: 'title-says-nothing', element: 'the title', words: `“${document.title}” ${words}` },
  ];
  const title = wordsIn(document.title);
  const ofHeading = wordsIn(heading?.textContent ?? '');
  if (
    /^(?:document|untitled|zonder titel|sans titre|titel|titre|page|pagina|home|index|test|welkom|bienvenue|welcome|start(?:pagina)?|homepage|accueil|naamloos|nieuwe pagina|nouvelle page|new page|(?:page )?title|template|sjabloon|modèle|concept|kopie van .*|copie de .*|[\w-]+\.(?:html?|docx?|pdf|php))\d*$/i.test(
      document.title.trim(),
    )
  )
    return tell('is not of this page');
  if (!heading) return [];
  if (![...ofHeading].some((word) => title.has(word))) return tell('is not of this page');
  // The first part is of the page, the last one of the site.
  const own = wordsIn(document.title.split(/\s[–—|·:-]\s/)[0] ?? '');
  // Not `textContent`, which has no space between the words of two blocks.
  const text = wordsIn((document.querySelector('main') ?? document.body).innerText);
  const strange = [...own].filter((word) => word.length > 3 && !text.has(word) && !ofHeading.has(word));
  if (strange.length >= 2 || (own.size > 0 && ![...own].some((word) => ofHeading.has(word))))
    return tell('has words that the page does not have');
  const isHere = (link: HTMLAnchorElement) => link.pathname === location.pathname || link.hasAttribute('aria-current');
  const other = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(
      (link) => link.origin === location.origin && !isHere(link) && !link.closest('header > :first-child, [hreflang]'),
    )
    .map((link) => [...wordsIn(link.textContent)])
    .find(
      (name) => name.length > 1 && name.every((word) => own.has(word)) && !name.every((word) => ofHeading.has(word)),
    );
  return other ? tell('names another page') : [];
}

/** Texts that point to something by its shape, place, size, colour or sound alone. */
function findSenses(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, said: string) =>
    found.push({ rule, element: kit.describe(element), words: said });
  const thing =
    '(?:knop(?:pen|je)?|link|vak(?:je)?|veld(?:en)?|icoon(?:tje)?|kader(?:tje)?|kolom|menu|balk|lijst|formulier|rubriek|blok|tab(?:blad)?|venster|bouton|lien|case|champs?|ic[oô]ne|encadré|colonne|barre|bloc|liste|formulaire|rubrique|onglet|fenêtre|button|box|field|icon|column|link|sidebar|panel|Schaltfläche|Feld|Symbol|Spalte)';
  const act =
    '(?:klik|druk|tik|kies|selecteer|gebruik|open|kijk|zie|vul|ga naar|vind je|cliquez|appuyez|touchez|choisissez|sélectionnez|utilisez|ouvrez|regardez|voyez|voir|remplissez|trouvez|trouverez|click|press|tap|choose|select|use|see|look|klicken|drücken|wählen)';
  const shape =
    '(?:driehoek(?:je)?|cirkel(?:tje)?|bol(?:letje)?|vierkant(?:je)?|ruit(?:je)?|kruisje|pijl(?:tje)?(?! (?:omhoog|omlaag|naar|links|rechts|op|neer))|sterretje|hamburger(?:menu)?|wieltje|vergrootglas|potlood(?:je)?|drie (?:puntjes|streepjes)|triangle|cercle|rond|carré|losange|croix|flèche(?! (?:bas|haut|gauche|droite|vers))|étoile|engrenage|loupe|crayon|trois (?:points|traits)|circle|square|arrow|star|cross|gear|three dots|Dreieck|Kreis|Pfeil)';
  const place =
    '(?:(?:rechts|links)(?:boven|onder)(?:aan|in)?|(?:boven|onder)(?:aan|in) (?:rechts|links)|(?:rechts|links) (?:boven|onder)?aan|hiernaast|(?:aan|in) de (?:rechter|linker)(?:kant|zijde|kolom|bovenhoek|benedenhoek|hoek)?|(?:aan de )?(?:rechter|linker)kant|rechts|bovenaan|onderaan|en (?:haut|bas) à (?:droite|gauche)|à (?:droite|gauche)|ci-contre|en (?:haut|bas) (?:de|du)|(?:top|bottom|upper|lower) (?:left|right)|on the (?:left|right)|to the (?:left|right)|oben rechts|unten rechts|rechts oben)';
  const look =
    '(?:ronde?|vierkante?|driehoekige?|groene?|rode?|blauwe?|gele?|oranje|grijze?|rechthoekige?|linkse?|rechtse?|grote?|kleine?|bovenste|onderste|middelste|dikke?|vette?|paarse?|roze|zwarte|witte|donkere?|lichte?|gekleurde?|ovale?|green|red|blue|round|square|grey|yellow|orange|large|small|(?:left|right)(?:-hand)?)';
  const aspect =
    '(?:ronde?s?|carrée?s?|triangulaires?|verte?s?|rouges?|bleue?s?|jaunes?|oranges?|grise?s?|grande?s?|petite?s?|du haut|du bas|de (?:gauche|droite)|ovales?|colorée?s?|foncée?s?|noire?s?|violette?s?|roses?)';
  const sound =
    /\b(?:na|bij|hoort|tot) (?:je |u )?(?:de|het|een) (?:pieptoon|piep|geluidssignaal|signaal|biep|toon)|\b(?:après|entendez|dès) le (?:bip|signal sonore|son)\b|\bafter the (?:beep|tone)\b/iu;
  const noise =
    '(?:bel(?:letje|signaal)?|toon|piep(?:toon)?|geluid(?:je|ssignaal)?|signaal|gong|zoemer|muziekje|sonnerie|bip|signal(?: sonore)?|son|tonalité|cloche|carillon|beep|sound|tone|bell|chime|buzzer)';
  const listen = '(?:hoort?|horen|klinkt|luister|entend\\p{L}*|retentit|écoutez|hear|listen)';
  const hearing = new RegExp(`\\b${listen}\\b[^.]*\\b${noise}\\b|\\b${noise}\\b[^.]*\\b${listen}\\b`, 'iu');
  const patterns = [
    `\\b${look}\\s+(?:\\p{L}+\\s+)?${thing}\\b`,
    `\\b${thing}s?\\s+${aspect}(?![\\p{L}])`,
    `\\b${act}\\b[^.!?]*(?<!\\p{L})${shape}(?!\\p{L})`,
    `\\b${act}\\b[^.!?]*(?<!\\p{L})${place}(?!\\p{L})[^.!?]*\\b${thing}\\b`,
    `\\b${act}\\b[^.!?]*\\b${thing}\\b[^.!?]*(?<!\\p{L})${place}(?!\\p{L})`,
    `\\b${act}\\b[^.!?]*(?<!\\p{L})${shape}(?!\\p{L})`,
    `\\b${thing}\\s+(?:${place})(?!\\p{L})`,
    `\\b(?:klik|druk|tik|cliquez|appuyez|click|press)\\b[^.!?]*(?<!\\p{L})${place}(?!\\p{L})`,
    // “links” also means links.
    '\\b(?:knop(?:pen)?|vak(?:je)?|veld(?:en)?|icoon(?:tje)?|kader(?:tje)?|kolom|balk|blok)\\s+links(?!\\p{L})',
    '\\bvelden? in het (?:rood|groen|blauw)',
  ].map((pattern) => new RegExp(pattern, 'iu'));
  for (const block of kit.withWords().filter(kit.isShown)) {
    const text = kit.wordsOf(block);
    const said = [...patterns, sound].map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    // With its name beside its looks, it can be found without them.
    const isNamed =
      /[‘“«"„][^’”»"]+[’”»"]/u.test(text) ||
      [...block.querySelectorAll('strong, b, em, kbd')].some((part) => !said?.includes(kit.wordsOf(part)));
    const heard = text
      .split(/(?<=[.!?])\s/)
      .find(
        (sentence) =>
          hearing.test(sentence) && !/verschijn|zie je|ziet|scherm|affiche|apparaît|écran|appear|see\b/i.test(sentence),
      );
    if (heard) tell('by-senses', block, `“${heard}” asks to hear`);
    else if (said && !isNamed && !block.closest('figure, [role="img"], svg'))
      tell('by-senses', block, `“${said}” asks to see or hear`);
    if (/[✔✓✖✗✘☑☒●○▲▼★☆]/.test(text) && !block.closest('[aria-hidden="true"], [aria-label]'))
      tell('mark-alone', block, 'relies on a mark alone');
  }
  return found;
}
