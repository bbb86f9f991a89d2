import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, describe as group, test } from 'vitest';
import { OrganisationChart } from '#components/directory/organisation-chart.tsx';
import { pageOf, type Site } from '#lib/site/site.ts';
import messages from '../../messages/nl.json' with { type: 'json' };
import { fixtureLanguages } from '../fixture-site.ts';
import { type Edit, EditedSite } from './faults.ts';

const append = (file: string, text: string): Edit => ({ file: `content/contacts/${file}.yaml`, append: text });

function siteWith(edits: readonly Edit[], day = '2027-01-01'): Site {
  using edited = new EditedSite(edits);
  const { site } = edited.load(day);
  if (!site) throw new Error('The edited content has findings.');
  return site;
}

/** The chart in Dutch as lines: titles and names, indented by two spaces for each list around them. */
function chartOf(site: Site): string[] {
  const language = fixtureLanguages.find(({ code }) => code === 'nl');
  if (!language) throw new Error('The fixture site has no Dutch.');
  const chart = createElement(OrganisationChart, { view: { site, language, page: pageOf(site, 'home') } });
  const provider = { locale: language.code, messages, timeZone: 'Europe/Brussels', children: chart };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provider));
  let depth = -1;
  return [...html.matchAll(/<ul|<\/ul|>([^<>]+)</g)].flatMap(([tag, text]) => {
    if (text === undefined) depth += tag === '<ul' ? 1 : -1;
    return text === undefined ? [] : ['  '.repeat(depth) + text];
  });
}

const title = 'Diensten bij de Kanselarij';
const note = 'De Kanselarij ondersteunt deze diensten administratief en logistiek.';
const fido = 'Federaal Instituut voor Duurzame Ontwikkeling (FIDO)';

group('the organisation chart', () => {
  test('has parts below the organisation, and affiliated units beside it, with how they relate to it', () => {
    expect(chartOf(siteWith([]))).toEqual([
      'FOD Kanselarij van de Eerste Minister',
      '  Ondersteuningsdiensten',
      '    ICT',
      '    Budget en Beheerscontrole',
      title,
      note,
      `  ${fido}`,
    ]);
  });

  test('leaves out a unit that has ended, and one that begins later', () => {
    const site = siteWith([append('ict', 'until: 2026-12-31\n'), append('fido', 'from: 2027-01-02\n')]);
    expect(chartOf(site)).toEqual([
      'FOD Kanselarij van de Eerste Minister',
      '  Ondersteuningsdiensten',
      '    Budget en Beheerscontrole',
    ]);
  });

  test('shows a unit on its last day', () => {
    expect(chartOf(siteWith([append('ict', 'until: 2027-01-01\n')]))).toContain('    ICT');
  });

  test('shows a unit that moves below the unit above it on the day', () => {
    const move = append(
      'fido',
      'partOf:\n  - unit: chancellery\n    until: 2026-12-31\n  - unit: ict\n    from: 2027-01-01\n',
    );
    const before = chartOf(siteWith([move], '2026-12-31'));
    expect(before.slice(-3)).toEqual([`  ${title}`, `  ${note}`, `    ${fido}`]);
    const after = chartOf(siteWith([move]));
    expect(after.slice(-3)).toEqual(['    ICT', `      ${fido}`, '    Budget en Beheerscontrole']);
  });
});
