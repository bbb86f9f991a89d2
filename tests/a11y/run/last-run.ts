import { stringify } from 'yaml';
import { type LastRun, lastRunSchema, type schemes } from '#lib/records/accessibility.ts';
import type { Run } from './read-run.ts';

/** The comment at the top of the file, for editors. */
const head = `# Wat de laatste reeks tests vond. Niet zelf wijzigen: npm run a11y -- --record
# Ce qu’a constaté la dernière série de tests. Ne modifiez pas ce fichier : npm run a11y -- --record
`;

const schemeOf: Readonly<Record<string, (typeof schemes)[number]>> = {
  light: 'light',
  dark: 'dark',
  'forced colours': 'forced-colors',
};

/**
 * Returns the text of `content/accessibility/last-run.yaml`, from which the accessibility statement is built.
 * @param day the date of the run, YYYY-MM-DD
 * @throws ZodError when the run is incomplete, for example without pages
 */
export function lastRun(
  day: string,
  { judgements }: Run,
  tools: LastRun['tools'],
  results: LastRun['results'],
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
    results,
  });
  return head + stringify(record, { lineWidth: 0 });
}
