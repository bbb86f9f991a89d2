import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type EvaluateOptions, evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { afterEach, expect, describe as group, test } from 'vitest';
import { repair } from '#edit/repair.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { formatFindings } from '#edit/report/terminal.ts';
import { sourceReader } from '#edit/source.ts';
import { isError } from '#gate/finding/finding.ts';
import prepare from '#lib/body/prepare.ts';
import { fixtureLanguages as languages } from '../fixture-site.ts';
import { attacks, canary, EditedSite, editsOf, expectedOf, type Fault } from './faults.ts';

/*
 * Attempts to run code on the build machine, or to add markup to what visitors get: in the text of a page, in YAML, in files and their
 * names. Code that ran would create a file, the canary.
 */

const messages = gateMessages(path.resolve(import.meta.dirname, '../..'), languages);
const rows = attacks.map((attack) => [`${attack.area}: ${attack.name}`, attack] as const);

afterEach(() => rmSync(canary, { force: true }));

const rendering: EvaluateOptions = {
  ...runtime,
  baseUrl: import.meta.url,
  // As next.config.ts names them.
  remarkPlugins: [remarkFrontmatter, remarkGfm, prepare],
};

/** Compiles a page as the preview does, runs the module and renders it, without the gate. */
async function render(file: string, text: string, options = rendering): Promise<string> {
  const { default: Page } = await evaluate({ path: file, value: text }, options);
  return renderToStaticMarkup(createElement(Page));
}

/** The pages that an attack changes, with their new text. */
function pagesOf(attack: Fault, root: string): { file: string; text: string }[] {
  return editsOf(attack)
    .filter(({ file, link }) => /\/(?:nl|fr)\.mdx$/.test(file) && link === undefined)
    .map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

test('no two attacks have the same name', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(([name]) => name)).size).toBe(attacks.length);
});

test('without the plugin, an expression and an export create the canary', async () => {
  const { remarkPlugins: _, ...bare } = rendering;
  for (const name of ['an expression', 'an export that runs', 'an import for what it does alone']) {
    const attack = attacks.find((each) => each.name === name);
    if (!attack) throw new Error(`There is no attack "${name}".`);
    using site = new EditedSite(editsOf(attack));
    for (const { file, text } of pagesOf(attack, site.root)) {
      await render(file, text.replace(/^---[\s\S]*?\n---\n/, '').replace(/<Question[\s\S]*<\/Question>/, ''), bare);
    }
    expect(existsSync(canary), name).toBe(true);
    rmSync(canary);
  }
});

group('the gate', () => {
  test.for(rows)(
    'refuses %s by its code and line, even after --fix, with a report that is safe for a terminal',
    ([, attack]) => {
      using site = new EditedSite(editsOf(attack));
      const { site: loaded, findings } = site.load();
      expect(loaded).toBeNull();
      const errors = findings.filter(isError).map(({ code, line, file }) => ({ code, line, file }));
      for (const expected of expectedOf(attack)) expect(errors).toContainEqual(expected);
      const report = formatFindings(findings, { messages, textOf: sourceReader(site.root) });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the report must not have them
      expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
      // The first line of every /etc/passwd.
      expect(report).not.toContain('root:');
      expect(repair(site.root, () => site.load()).result.site).toBeNull();
      expect(existsSync(canary)).toBe(false);
    },
  );
});

group('rendering without the gate', () => {
  test.for(rows.filter(([, { file }]) => file.endsWith('.mdx')))('does not run %s', async ([, attack]) => {
    using site = new EditedSite(editsOf(attack));
    for (const { file, text } of pagesOf(attack, site.root)) {
      // Most are refused here too; the others become pages without code.
      await render(file, text).catch(() => null);
    }
    expect(existsSync(canary)).toBe(false);
  });
});
