import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, formatFindings, isError, type Messages, severityOf } from '../lib/content/finding.ts';
import { loadSite } from '../lib/content/load.ts';
import { languages } from '../lib/i18n/languages.ts';

/** The content gate: `npm run check`. Exit code 0 when the content can be published, 1 when it cannot. */

const root = path.resolve(import.meta.dirname, '..');

function readMessages(): Record<string, Messages> {
  return Object.fromEntries(
    languages.map(({ code }) => [
      code,
      JSON.parse(readFileSync(path.join(root, 'messages', `${code}.json`), 'utf8')) as Messages,
    ]),
  );
}

function main(): number {
  let json: boolean;
  try {
    json = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    console.error(`${(error as Error).message}\nUse: npm run check [-- --json]`);
    return 2;
  }
  const started = performance.now();
  const { site, findings } = loadSite({ root, languages, drafts: true });
  const messages = readMessages();
  const errors = findings.filter(isError).length;
  if (json) {
    const said = findings.map((finding) => ({
      ...finding,
      severity: severityOf(finding.code),
      texts: describe(finding, messages),
    }));
    console.log(JSON.stringify({ findings: said }, null, 2));
  } else if (findings.length > 0) {
    console.error(`${formatFindings(findings, messages)}\n`);
    console.error(`Errors: ${errors}, warnings: ${findings.length - errors}.`);
  } else {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `Content is clean: ${site?.pages.length} pages, ${site?.contacts.length} contacts (${seconds} s).`,
    );
  }
  return errors > 0 ? 1 : 0;
}

process.exitCode = main();
