import { expect, test } from 'vitest';
import { fold } from '#lib/languages/fold.ts';

test.for([
  ['ÉCLAIRAGE', 'eclairage'],
  ['E\u0301clairage', 'eclairage'],
  ['Œil', 'oeil'],
  ['Præmie', 'praemie'],
  ['Straße', 'strasse'],
  ['STRAẞE', 'strasse'],
  ['\u0133s', 'ijs'],
  ['l’emploi, l‘emploi, lʼemploi', "l'emploi, l'emploi, l'emploi"],
  ['fede\u00adrale dienst', 'federale dienst'],
  ['02\u00a0501\u202f04', '02 501 04'],
  ['P&O', 'p&o'],
  ['', ''],
] as const)('folds %j to %j, once and for all', ([text, folded]) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
