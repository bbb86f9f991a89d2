import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { root } from '../published-site.ts';
import { breakingSpaces, keysOf, leftoversOf, rawKeys, straightApostrophes } from './checks/words.ts';
import { faultsIn } from './document.ts';
import { sample } from './sample.ts';
import { documents } from './site.ts';

const keys = languages.flatMap(({ code }) =>
  keysOf(JSON.parse(readFileSync(path.join(root, 'messages', `${code}.json`), 'utf8'))),
);
const keysInText = rawKeys([...new Set(keys)]);
const spacesThatBreak = breakingSpaces(languages);

it('No text contains leftovers of a program or a draft', () => {
  expect(faultsIn(documents, leftoversOf)).toEqual([]);
});

it.each([
  '<p>undefined</p>',
  '<p>Bel NaN</p>',
  '<p>null</p>',
  '<p>[object Object]</p>',
  '<p>Bel {name}</p>',
  '<p>{count, plural, one {# dienst} other {# diensten}}</p>',
  '<p>&lt;date&gt;</p>',
  '<p>Dit is **vet**</p>',
  '<p>Lees [meer](page:services)</p>',
  '<p>Lorem ipsum dolor</p>',
  '<p>TODO adres</p>',
  '<p>S&amp;amp;T</p>',
  '<p>cafÃ©</p>',
  '<p>caf\ufffd</p>',
  '<img src="/x.png" alt="undefined">',
  '<p aria-label="{name}">x</p>',
  '<a href="/nl/undefined">x</a>',
  '<p class="card undefined">x</p>',
])('The check for leftovers fails for %s', (html) => {
  expect(leftoversOf(sample(html))).not.toEqual([]);
});

it('The check for leftovers covers the description and accepts ordinary words', () => {
  const head = '<meta name="description" content="Over undefined">';
  expect(leftoversOf(sample('', { head }))).not.toEqual([]);
  expect(leftoversOf(sample('<p>De nulmeting; annullation, nulle part.</p>'))).toEqual([]);
});

it('No text contains the key of a message instead of the message', () => {
  expect(faultsIn(documents, keysInText)).toEqual([]);
});

it('The check for message keys finds them in text and attributes', () => {
  const [dotted = ''] = keys.filter((key) => key.includes('.'));
  const [plain = ''] = keys.filter((key) => !key.includes('.'));
  for (const html of [
    `<p>${dotted}</p>`,
    `<p>Zie ${dotted}.</p>`,
    `<p aria-label="${dotted}">x</p>`,
    `<p> ${plain} </p>`,
  ]) {
    expect(keysInText(sample(html)), html).toHaveLength(1);
  }
});

it('French text has no-break spaces where its typography requires them', () => {
  expect(faultsIn(documents, spacesThatBreak)).toEqual([]);
});

for (const { tag, frenchSpacing } of languages) {
  it(`The check for French spaces ${frenchSpacing ? 'fails for ordinary spaces' : 'ignores text'} in ${tag}`, () => {
    for (const html of [
      '<p>Attention : porte</p>',
      '<p>Pourquoi ?</p>',
      '<p><a href="/x">Contact</a> !</p>',
      '<p>« Bonjour\u00a0»</p>',
      '<p>«\u00a0Bonjour »</p>',
      '<p>50 %</p>',
      '<p aria-label="Aide ; contact">x</p>',
    ]) {
      expect(spacesThatBreak(sample(html, { lang: tag })), html).toHaveLength(frenchSpacing ? 1 : 0);
    }
    const good = '<p>Attention\u00a0: «\u00a0oui\u00a0»\u202f! https://example.org 10:30</p>';
    expect(spacesThatBreak(sample(good, { lang: tag }))).toEqual([]);
  });
}

it('Texts have typographic apostrophes', () => {
  expect(faultsIn(documents, straightApostrophes)).toEqual([]);
  expect(straightApostrophes(sample("<p>l'adresse</p>"))).toEqual(["l'adresse"]);
});
