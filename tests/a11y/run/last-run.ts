import { stringify } from 'yaml';
import { type LastRun, lastRunSchema, type schemes } from '#lib/records/accessibility.ts';
import type { Run } from '../reporter.ts';
import type { CriterionSummary } from './summary.ts';

/** What stands above the file: who writes it, for editors in their languages. */
const head = `# Wat de laatste reeks tests vond. Niet zelf wijzigen: npm run a11y -- --record
# Ce qu’a constaté la dernière série de tests. Ne modifiez pas ce fichier : npm run a11y -- --record
`;

const schemeOf: Readonly<Record<string, (typeof schemes)[number]>> = {
  light: 'light',
  dark: 'dark',
  'forced colours': 'forced-colors',
};

/**
 * `content/accessibility/last-run.yaml`, of which the accessibility statement is made.
 * @param day the day of the run, YYYY-MM-DD
 * @throws ZodError when the run is not what the statement can be made of, such as a run without pages
 */
export function lastRun(
  day: string,
  { judgements }: Run,
  tools: LastRun['tools'],
  criteria: readonly CriterionSummary[],
): string {
  const looks = judgements.flatMap(({ look }) => {
    const [, width, scheme] = /^(\d+) px, (.+)$/.exec(look) ?? [];
    return width && scheme ? [{ width: Number(width), scheme }] : [];
  });
  const record = lastRunSchema.parse({
    day,
    tools,
    pages: new Set(judgements.map(({ page }) => page)).size,
    widths: [...new Set(looks.map(({ width }) => width))].sort((a, b) => a - b),
    schemes: [...new Set(looks.flatMap(({ scheme }) => schemeOf[scheme] ?? []))],
    results: Object.fromEntries(criteria.map(({ number, result }) => [number, result])),
  });
  return head + stringify(record, { lineWidth: 0 });
}
