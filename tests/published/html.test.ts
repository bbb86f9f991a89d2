import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { root } from '../published-site.ts';
import { themeColours } from '../theme-colours.ts';
import { ambiguousIds, brokenOutline, titleOf, unclearTitles } from './checks/outline.ts';
import { invalidHtml } from './checks/validator.ts';
import { attributeOf, elementsOf, faultsIn, languageOfDocument, readDocument } from './document.ts';
import { sample } from './sample.ts';
import { choice, dataPages, documents, notFound, pages } from './site.ts';

it('Every document is valid HTML and follows the rules for assistive technology', async () => {
  const faults = await Promise.all(
    [...documents, ...dataPages].map(async (document) =>
      (await invalidHtml(document)).map((fault) => `${document.path}: ${fault}`),
    ),
  );
  expect(faults.flat()).toEqual([]);
});

it('The validator finds the faults of a broken document', async () => {
  const file = path.join(root, 'tests/fixtures/published/broken/page.html');
  const faults = await invalidHtml(readDocument('/broken', readFileSync(file, 'utf8')));
  const rules = new Set(faults.map((fault) => fault.split(':')[0]));
  for (const rule of [
    'aria-label-misuse',
    'close-order',
    'deprecated',
    'element-permitted-content',
    'element-required-attributes',
    'empty-heading',
    'empty-title',
    'heading-level',
    'hidden-focusable',
    'input-missing-label',
    'meta-refresh',
    'no-dup-class',
    'no-dup-id',
    'no-implicit-button-type',
    'no-inline-style',
    'no-missing-references',
    'no-multiple-main',
    'no-raw-characters',
    'no-redundant-role',
    'require-sri',
    'unique-landmark',
    'unrecognized-char-ref',
    'wcag/h37',
  ]) {
    expect.soft([...rules], rule).toContain(rule);
  }
});

it('Every document declares its language', () => {
  const tags = languages.map(({ tag }) => tag);
  expect(documents.filter((document) => !tags.includes(languageOfDocument(document)))).toEqual([]);
});

it('Every document declares the background of the page as its theme colour, in both schemes', () => {
  const { light, dark } = themeColours();
  const wanted = [
    ['(prefers-color-scheme: light)', light['paper']],
    ['(prefers-color-scheme: dark)', dark['paper']],
  ];
  for (const { path: pagePath, tree } of documents) {
    const declared = elementsOf(tree, 'meta')
      .filter((meta) => attributeOf(meta, 'name') === 'theme-color')
      .map((meta) => [attributeOf(meta, 'media'), attributeOf(meta, 'content')]);
    expect(declared, pagePath).toEqual(wanted);
  }
});

it('Every document has one h1 and skips no heading level', () => {
  expect(faultsIn(documents, brokenOutline)).toEqual([]);
});

it.each([
  ['<h2>A</h2>', 'has 0 h1'],
  ['<h1>A</h1><h1>B</h1>', 'has 2 h1'],
  ['<h1>A</h1><h3>B</h3>', '"B" is an h3 below an h1'],
  ['<h1>A</h1><h2>B</h2><h4>C</h4>', '"C" is an h4 below an h2'],
  ['<h2>A</h2><h1>B</h1>', '"A" is an h2 below an h0'],
  ['<h1> </h1>', 'an h1 is empty'],
])('The outline check fails for %s', (body, fault) => {
  expect(brokenOutline(sample(body))).toContain(fault);
});

it('Every id is unique in its document', () => {
  expect(faultsIn(documents, ambiguousIds)).toEqual([]);
});

it.each([
  ['<p id="a"></p><svg><g id="a"></g></svg>', '#a occurs twice'],
  ['<p id="two words"></p>', '"two words" cannot be an id'],
])('The id check fails for %s', (body, fault) => {
  expect(ambiguousIds(sample(body))).toEqual([fault]);
});

it('Every page has a unique title and description in its language', () => {
  expect(unclearTitles([...pages, choice])).toEqual([]);
  expect(titleOf(notFound)).not.toBe('');
});

it('The title check fails for a missing or shared title or description', () => {
  const head = '<meta name="description" content="Wat hier staat">';
  const one = sample('', { path: '/nl/een', head });
  const two = sample('', { path: '/nl/twee', head: head.replace('hier', 'daar') });
  const french = sample('', { path: '/fr/un', head, lang: 'fr-BE' });
  expect(unclearTitles([one, two])).toEqual(['/nl/twee: has the title of /nl/een']);
  expect(unclearTitles([one, french])).toEqual([]);
  expect(unclearTitles([one, { ...one, path: '/nl/drie' }])).toContain('/nl/drie: has the description of /nl/een');
  expect(unclearTitles([sample('')])).toEqual(['/nl/voorbeeld: has no description']);
  expect(unclearTitles([readDocument('/x', '<title> </title>')])).toContain('/x: has no title');
});
