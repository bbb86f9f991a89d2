import { stopWordsOf } from '#gate/wording/other-language.ts';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import type { Barrier, Check } from '../check.ts';
import { allOf, type Heard, heardOf, within } from '../reader/heard.ts';
import { listen } from '../reader/listen.ts';

/** Roles that require a name. */
const named = ['link', 'button', 'searchbox', 'textbox', 'combobox', 'checkbox', 'radio', 'image', 'region', 'heading'];
/** Landmarks, between which users of screen readers jump. */
const landmarks = ['banner', 'main', 'contentinfo', 'navigation', 'search', 'region', 'complementary'];

/**
 * What a screen reader announces unclearly: elements without a name, links with one name and different targets, indistinct landmarks,
 * skipped heading levels, drawn signs in text and before items, and text without the `lang` of its language.
 */
export const speech: Check = {
  id: 'speech',
  criteria: ['1.1.1', '1.3.1', '2.4.4', '2.4.6', '3.1.1', '3.1.2', '4.1.2'],
  async judge(page) {
    const heard = heardOf(await listen(page));
    return {
      barriers: [
        ...findNameless(heard),
        ...findAmbiguousLinks(heard),
        ...findUnclearLandmarks(heard),
        ...findHeadingFaults(heard),
        ...findDrawnSigns(heard),
        ...findForeignWords(heard),
        ...(await page.evaluate(findTextMarkers)).map((phrase) => ({
          rule: 'speech-marker',
          criteria: ['1.1.1'],
          element: phrase,
          words: 'has a marker of text, which screen readers announce',
          isUndecided: false,
        })),
      ],
      judged: this.criteria,
    };
  },
};

function barrier(rule: string, criteria: readonly string[], { phrase }: Heard, words: string): Barrier {
  return { rule: `speech-${rule}`, criteria, element: phrase, words, isUndecided: false };
}

function findNameless(heard: Heard): Barrier[] {
  return [...allOf(heard)]
    .filter(({ role, name }) => named.includes(role) && name.trim() === '')
    .map((each) =>
      barrier(
        'name',
        each.role === 'image' ? ['1.1.1'] : each.role === 'heading' ? ['1.3.1', '2.4.6'] : ['4.1.2'],
        each,
        'it has no name',
      ),
    );
}

/** Screen readers list the links of a page by name, without context. */
function findAmbiguousLinks(heard: Heard): Barrier[] {
  const links = within(heard, 'link').filter(({ name }) => name !== '');
  const byName = Map.groupBy(links, ({ name, language }) => `${name}, ${language}`);
  return [...byName.values()].flatMap((same) => {
    const [first, other] = [...new Map(same.map((link) => [link.target, link])).values()];
    if (!first || !other) return [];
    return [barrier('link', ['2.4.4'], other, `it leads to ${other.target}, and ${first.target} is called the same`)];
  });
}

function findUnclearLandmarks(heard: Heard): Barrier[] {
  const found = [...allOf(heard)].filter(({ role }) => landmarks.includes(role));
  const same = Map.groupBy(found, ({ role, name }) => `${role}, ${name}`);
  const unclear = [...same.values()].flatMap(([, second]) => (second ? [second] : []));
  const isWhole = found.filter(({ role }) => role === 'main').length === 1;
  return [
    ...unclear.map((each) => barrier('landmark', ['1.3.1'], each, 'another landmark has the same role and name')),
    ...(isWhole ? [] : [barrier('landmark', ['1.3.1'], heard, 'it has not one main part')]),
  ];
}

function findHeadingFaults(heard: Heard): Barrier[] {
  const headings = within(heard, 'heading');
  const levelOf = ({ state }: Heard) => Number(/level (\d)/.exec(state.join())?.[1] ?? 0);
  const tops = headings.filter((each) => levelOf(each) === 1);
  const skipped = headings.filter((each, index) => {
    const before = headings[index - 1];
    return levelOf(each) > (before ? levelOf(before) : 0) + 1;
  });
  return [
    ...(tops.length === 1 ? [] : [barrier('heading', ['1.3.1'], heard, `it has ${tops.length} first headings`)]),
    ...skipped.map((each) => barrier('heading', ['1.3.1'], each, 'skips a heading level')),
  ];
}

/** Screen readers spell out arrows, stars and bullets: “black right-pointing triangle”. */
function findDrawnSigns(heard: Heard): Barrier[] {
  return [...allOf(heard)]
    .filter(
      ({ role, name }) =>
        named.concat('text').includes(role) &&
        /[\p{So}←-⇿‣▪-◿★☆•›‹»«]/u.test(name.replace(/«[^»]*»/g, '').replace(/\S+@\S+/g, '')),
    )
    .map((each) => barrier('sign', ['1.1.1'], each, 'contains a drawn sign'));
}

/** Items whose marker is a text, such as a dash, without an alternative (CSS Lists 3, CSS Generated Content 3). Runs in the page. */
function findTextMarkers(): string[] {
  return [...document.querySelectorAll('li')]
    .filter((item) => {
      const { display, listStyleType } = getComputedStyle(item);
      const marker = getComputedStyle(item, '::marker').content;
      return display === 'list-item' && [listStyleType, marker].some((text) => /^"\s*[^\s"][^"]*"$/.test(text));
    })
    .filter((item) => item.checkVisibility())
    .map((item) => `item, ${item.textContent.trim().slice(0, 60)}`);
}

/** Texts with function words of another language of the site and none of their own. */
function findForeignWords(heard: Heard): Barrier[] {
  const stopWords = stopWordsOf(languages);
  return [...allOf(heard)]
    .filter(({ role }) => role === 'text' || named.includes(role))
    .flatMap((each) => {
      const known = languages.find(({ tag, code }) => each.language === tag || each.language === code);
      if (!known)
        return each.language === ''
          ? [barrier('language', ['3.1.1'], each, 'has no lang attribute for its language')]
          : [];
      const { own, foreign } = inLanguage(stopWords, known.code);
      const words = each.name.toLowerCase().match(/\p{L}+/gu) ?? [];
      const others = words.filter((word) => foreign.has(word));
      if (others.length < 2 || words.some((word) => own.has(word))) return [];
      return [
        barrier('language', ['3.1.2'], each, `it is said as ${known.tag}, but has the words ${others.join(', ')}`),
      ];
    });
}
