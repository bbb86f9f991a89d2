import { expect, it } from 'vitest';
import { medianLengthOf, sentencesOf, sharedSentences } from './checks/sentences.ts';
import { sample } from './sample.ts';

/** A sentence with this many words or more is compared. */
const leastWords = 6;

const main = (html: string, options = {}) => sample(`<main>${html}</main>`, options);

it('The check for shared sentences finds a sentence with other marks and capitals on a second page', () => {
  const first = main('<p>Bel ons. De dienst koopt goederen en diensten aan.</p>', { path: '/nl/a' });
  const second = main('<ul><li>de dienst koopt <b>goederen</b> en diensten aan</li></ul>', { path: '/nl/b' });
  expect(sharedSentences([first, second], leastWords)).toEqual([
    { sentence: 'De dienst koopt goederen en diensten aan.', paths: ['/nl/a', '/nl/b'] },
  ]);
});

it('The check for shared sentences accepts a short sentence, a repeat on one page and another language', () => {
  const repeat = '<p>Bel ons nu.</p><p>De dienst koopt goederen en diensten aan.</p>';
  const first = main(repeat + repeat, { path: '/nl/a' });
  const second = main('<p>Bel ons nu.</p>', { path: '/nl/b' });
  const third = main(repeat, { path: '/fr/a', lang: 'fr-BE' });
  expect(sharedSentences([first, second, third], leastWords)).toEqual([]);
});

it('The sentences of a page leave out menus, cards, directories and links alone', () => {
  const apart = '<nav><p>A.</p></nav><div class="card"><p>B.</p></div><div data-search="skip"><p>C.</p></div>';
  const page = main(`${apart}<p><a href="/x">D.</a></p><p>E. <a href="/x">F.</a></p><ul><li><p>G.</p></li></ul>`);
  expect(sentencesOf(page)).toEqual(['E.', 'F.', 'G.']);
  expect(sentencesOf(main('<dl><dd>H.</dd></dl><p>I.</p>'), ['dl'])).toEqual(['I.']);
  expect(sentencesOf(sample('<footer><p>J.</p></footer>'))).toEqual([]);
});

it('The median counts complete sentences only', () => {
  const long = `${'woord '.repeat(15)}einde.`;
  expect(medianLengthOf(main(`<p>${long}</p>`))).toBe(16);
  expect(medianLengthOf(main(`<p>${long} Kort zinnetje.</p><p>Een <b>echte</b> zin.</p>`))).toBe(3);
  expect(medianLengthOf(main(`<p>${long} Kort zinnetje.</p>`))).toBe(9);
  expect(medianLengthOf(main('<h2>Zonder punt</h2><ul><li>een twee</li></ul>'))).toBeNull();
});
