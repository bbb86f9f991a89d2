import { expect, it } from 'vitest';
import { compounds, shortestWord } from '#publish/pages/hyphenate.ts';
import { type Check, elementsOf, faultsIn } from './document.ts';
import { sample } from './sample.ts';
import { documents } from './site.ts';

const softHyphen = '\u00ad';
const listed = new Map(
  Object.values(compounds)
    .flat()
    .map((compound) => [compound.replaceAll('-', ''), compound]),
);

/** Words of a document that may break at a wrong place: in a link, without need, or inside a part of a listed compound. */
const wrongBreaks: Check = ({ tree }) =>
  elementsOf(tree).flatMap((element) => {
    const text = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    const words = (text.match(/[\p{L}\u00ad]+/gu) ?? []).filter((word) => word.includes(softHyphen));
    return words
      .map((word) => word.toLowerCase().replaceAll(softHyphen, '-'))
      .filter((word) => {
        const whole = word.replaceAll('-', '');
        const isAsListed = !listed.has(whole) || listed.get(whole) === word;
        return element.tagName === 'a' || whole.length < shortestWord || !isAsListed;
      });
  });

it('No heading has a soft hyphen in a link, in a word that fits, or inside a part of a listed compound', () => {
  expect(faultsIn(documents, wrongBreaks)).toEqual([]);
});

it.each([
  '<h2>Toegan\u00adkelijkheids\u00adverklaring</h2>',
  '<h2>Opdrach\u00adten</h2>',
  '<h3><a href="/">Ondersteunings\u00addiensten</a></h3>',
])('The check of soft hyphens fails for %j', (html) => {
  expect(wrongBreaks(sample(html))).toHaveLength(1);
});
