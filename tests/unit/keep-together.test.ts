import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { keepTogether } from '#publish/pages/keep-together.ts';

const kept = (html: string) => {
  const tree = fromHtml(html, { fragment: true });
  keepTogether(tree);
  return toHtml(tree);
};

it('marks words with a short part or a name after a hyphen', () => {
  expect(kept('<p>Signalez-la-nous par e-mail, à Bruxelles-Central.</p>')).toBe(
    '<p><span class="whole">Signalez-la-nous</span> par <span class="whole">e-mail</span>, à <span class="whole">Bruxelles-Central</span>.</p>',
  );
});

it('leaves long words, addresses and drawings unchanged', () => {
  const html =
    '<p>eerste-hulpverlener, budget-en-beheerscontrole, /nl/over-ons, a-b@example.org, werken-voor.be</p><svg><text>Kunst-Wet</text></svg>';
  expect(kept(html)).toBe(html);
});

it('marks a word that is alone in its element', () => {
  expect(kept('<b>Kunst-Wet</b>')).toBe('<b><span class="whole">Kunst-Wet</span></b>');
});

it('keeps the text of a link or button in one piece, which may be an item of a row', () => {
  expect(kept('<a href="mailto:x">Envoyer un e-mail<i>!</i></a>')).toBe(
    '<a href="mailto:x"><span>Envoyer un <span class="whole">e-mail</span></span><i>!</i></a>',
  );
});
