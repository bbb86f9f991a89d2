import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { root } from '#commands/environment.ts';
import { browserFlags, ensureBrowser } from '../browser.ts';
import { open } from '../e2e/broken-site.ts';
import { inWords } from './check.ts';
import { checks } from './checks.ts';
import { findAll, fixtures } from './fixtures.ts';

/**
 * `npm run a11y:folder -- <folder> [--only <pattern>] [--checks <id,id>]`: runs all checks on each page of a folder
 * and prints what they find, by page. Pages may use files of the published site, by the name of today or of an earlier build. Measures the share of barriers that the checks find on
 * pages that their authors have not seen.
 */

const { folder, only, wanted } = readOptions();

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string', default: '' }, checks: { type: 'string' } },
      allowPositionals: true,
    });
    const [named, ...others] = positionals;
    const place = path.resolve(named ?? path.join(fixtures, 'barriers'));
    const chosen = checks.filter(({ id }) => values.checks?.split(',').includes(id) ?? true);
    if (others.length > 0 || chosen.length === 0 || !existsSync(place)) throw new Error('Nothing to check.');
    return { folder: place, only: new RegExp(values.only), wanted: chosen };
  } catch {
    console.error('Use: npm run a11y:folder -- <folder> [--only <pattern>] [--checks <id,id>]');
    return process.exit(2);
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** The asset of today for the address of an earlier build, which has another hash. */
function sameAsset(file: string): string {
  const [, name, ending] = /([^/]+)\.[0-9a-f]{10}(\.\w+)$/.exec(file) ?? [];
  const folderOf = path.dirname(file);
  const assets = name && existsSync(folderOf) ? readdirSync(folderOf) : [];
  return path.join(folderOf, assets.find((each) => each.startsWith(`${name}.`) && each.endsWith(ending ?? '')) ?? '');
}

/** The content of the first of the files that exists; null if none does. */
async function readFirst(files: readonly string[]): Promise<Buffer | null> {
  for (const file of files) {
    const content = await readFile(file).catch(() => null);
    if (content) return content;
  }
  return null;
}

await using site = await open(
  createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    for (const place of [folder, path.join(fixtures, 'barriers'), path.join(root, 'out/site')]) {
      const file = path.join(place, path.posix.normalize(name));
      const content = await readFirst([file, `${file}.html`, sameAsset(file)]);
      if (content === null) continue;
      response
        .writeHead(200, { 'Content-Type': types[path.extname(name) || '.html'] ?? 'application/octet-stream' })
        .end(content);
      return;
    }
    response.writeHead(404).end();
  }),
);
await using browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const pages = readdirSync(folder).filter((file) => file.endsWith('.html') && only.test(file));
const next = pages.values();
await Promise.all(
  [1, 2].map(async () => {
    for (const file of next) {
      const found = await findAll(browser, `${site.origin}/${file}`, wanted);
      // Of each rule, the first place.
      const lines = [...found].flatMap(([id, list]) =>
        [...Map.groupBy(list, ({ rule }) => rule).values()].flatMap(([first, ...others]) =>
          first ? [`  ${id}: ${inWords(first)}${others.length > 0 ? ` (and ${others.length} more)` : ''}`] : [],
        ),
      );
      console.log([file, ...lines].join('\n'));
    }
  }),
);
