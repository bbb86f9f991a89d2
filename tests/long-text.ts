/* Invented texts of any length, in the languages of the real site, that compress no better than real ones. */

/** By language: who does what with which thing, where. Every combination is a sentence. */
export const words: Readonly<Record<string, readonly (readonly string[])[]>> = {
  nl: [
    ['De dienst', 'Het secretariaat', 'De ploeg', 'De vertaler', 'De archivaris', 'Het onthaal', 'De jurist'],
    [
      'bewaart',
      'leest',
      'vertaalt',
      'ordent',
      'bespreekt',
      'herleest',
      'verstuurt',
      'telt',
      'zoekt',
      'tekent',
      'weegt',
    ],
    ['de brieven', 'de plannen', 'de kaarten', 'het verslag', 'de rekening', 'het dossier', 'de agenda', 'de foto’s'],
    ['van de vergadering', 'van de lente', 'voor de bezoekers', 'uit het gebouw', 'van de buren', 'voor de scholen'],
    ['in de bibliotheek', 'aan de ingang', 'op maandag', 'na de middag', 'in de tuin', 'voor de zomer', 'met zorg'],
  ],
  fr: [
    ['Le service', 'Le secrétariat', 'L’équipe', 'La traductrice', 'L’archiviste', 'L’accueil', 'La juriste'],
    ['garde', 'lit', 'traduit', 'range', 'examine', 'relit', 'envoie', 'compte', 'cherche', 'signe', 'pèse'],
    ['les lettres', 'les plans', 'les cartes', 'le rapport', 'le compte', 'le dossier', 'l’agenda', 'les photos'],
    ['de la réunion', 'du printemps', 'pour les visiteurs', 'du bâtiment', 'des voisins', 'pour les écoles'],
    ['à la bibliothèque', 'à l’entrée', 'le lundi', 'l’après-midi', 'au jardin', 'avant l’été', 'avec soin'],
  ],
};

const joins: Readonly<Record<string, string>> = { nl: 'met', fr: 'avec' };

/** Sentence number `index`, about a person with a name that few other sentences have: it compresses as little as a real text. */
export function sentence(language: string, index: number): string {
  const next = numbers(index);
  const [who = '', does = '', what = '', whose = '', where = ''] = (words[language] ?? []).map((list) =>
    pick(list, next),
  );
  const name = [0, 0].map(
    () =>
      pick(syllables, next).replace(/^./, (letter) => letter.toUpperCase()) +
      pick(syllables, next) +
      pick(syllables, next),
  );
  return `${who} ${does} ${what} ${whose} ${where} ${joins[language]} ${name.join(' ')}.`;
}

export const syllables = [
  'ba',
  'do',
  'fen',
  'gil',
  'ka',
  'lor',
  'mi',
  'nu',
  'pel',
  'ro',
  'sa',
  'ti',
  'ver',
  'wo',
  'zen',
];

const pick = (list: readonly string[], next: () => number) => list[next() % list.length] ?? '';

/** Numbers that look random and are the same in every run (Park and Miller, “Random number generators”, 1988). */
function numbers(seed: number): () => number {
  let state = (seed + 1) * 7919;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state >> 8;
  };
}
