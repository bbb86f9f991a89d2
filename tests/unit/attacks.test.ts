import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type EvaluateOptions, evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { afterEach, expect, describe as group, test } from 'vitest';
import { repair } from '#commands/repair.ts';
import { isError } from '#gate/finding/finding.ts';
import { sourceReader } from '#gate/read/source.ts';
import { gateMessages } from '#gate/report/messages.ts';
import { formatFindings } from '#gate/report/terminal.ts';
import prepare from '#lib/body/prepare.ts';
import { languages } from '#lib/languages/languages.ts';
import { attacks, canary, EditedSite, editsOf, expectedOf, type Fault } from './faults.ts';

/*
 * Attempts to run code on the machine that builds, or to bring markup into what visitors get: through the text of a page, through
 * YAML, through files and their names. Each would leave a canary, a file, if it ran.
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

/** Compiles a page as the rendering does, runs the module that it becomes, and renders it, with nothing asked of the gate. */
async function render(file: string, text: string, options = rendering): Promise<string> {
  const { default: Page } = await evaluate({ path: file, value: text }, options);
  return renderToStaticMarkup(createElement(Page));
}

/** The pages that an attack changes, with what they say then. */
function pagesOf(attack: Fault, root: string): { file: string; text: string }[] {
  return editsOf(attack)
    .filter(({ file, link }) => /\/(?:nl|fr)\.mdx$/.test(file) && link === undefined)
    .map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

test('there are many attacks, and no two of them are the same', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(([name]) => name)).size).toBe(attacks.length);
});

test('what would run, would be seen: without our plugin, an expression and an export leave the canary', async () => {
  const { remarkPlugins: _, ...bare } = rendering;
  for (const name of ['an expression', 'an export that runs', 'an import for what it does alone']) {
    const attack = attacks.find((each) => each.name === name);
    if (!attack) throw new Error(`There is no attack "${name}".`);
    using site = new EditedSite(editsOf(attack));
    for (const { file, text } of pagesOf(attack, site.root)) {
      await render(
        file,
        text.replace(/^---[\s\S]*?\n---\n/, '').replace(/<Question[\s\S]*<\/Question>/, ''),
        bare,
      );
    }
    expect(existsSync(canary), name).toBe(true);
    rmSync(canary);
  }
});

group(
  'every attack is refused by its code and line, also after --fix, and is told without being shown to the terminal',
  () => {
    test.for(rows)('%s', ([, attack]) => {
      using site = new EditedSite(editsOf(attack));
      const { site: loaded, findings } = site.load();
      expect(loaded).toBeNull();
      const errors = findings.filter(isError).map(({ code, line, file }) => ({ code, line, file }));
      for (const expected of expectedOf(attack)) expect(errors).toContainEqual(expected);
      const report = formatFindings(findings, { messages, textOf: sourceReader(site.root) });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
      // The first line of every /etc/passwd.
      expect(report).not.toContain('root:');
      expect(repair(site.root, () => site.load()).result.site).toBeNull();
      expect(existsSync(canary)).toBe(false);
    });
  },
);

group('no attack runs when a page is rendered, also when nobody asked the gate', () => {
  test.for(rows.filter(([, { file }]) => file.endsWith('.mdx')))('%s', async ([, attack]) => {
    using site = new EditedSite(editsOf(attack));
    for (const { file, text } of pagesOf(attack, site.root)) {
      // Most are refused here too; what is not, becomes a page without any code of its own.
      await render(file, text).catch(() => null);
    }
    expect(existsSync(canary)).toBe(false);
  });
});
