import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { storedSite, storeSite } from '#lib/site/stored-site.ts';
import { build, buildWithoutGate, copyProject, earlierSite } from './project-copy.ts';

const copy = copyProject('content-is-not-code');
const hashes = earlierSite(copy);
const yesterday = hashes();
afterAll(() => copy.remove());

const [language] = languages;
const page = `content/pages/legal/${language?.code}.mdx`;
const before = copy.read(page);
const lastLine = before.trimEnd().split('\n').length;
afterEach(() => copy.write(page, before));

/** A file that the code would write if it ran, and a value of the environment that it would print. */
const canary = path.join(copy.root, 'canary');
const secret = 'the-home-of-nobody';
const makeCanary = `globalThis.process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(canary)}, '')`;

const traces = /^\s+at |node_modules|\.[cm]?[jt]sx?:\d+|Error:|throw /m;

const attempts = [
  ['an import', `import fs from 'node:fs'`],
  ['an export that runs', `export const made = ${makeCanary}`],
  ['an expression that runs', `{${makeCanary}}`],
  ['an expression in a sentence', 'The home is {process.env.HOME}.'],
  ['an expression in an attribute', `<Callout title={${makeCanary}}>\n\nText.\n\n</Callout>`],
  ['attributes from code', `<Callout title="A" {...${makeCanary}}>\n\nText.\n\n</Callout>`],
] as const;

group('A build', () => {
  test.for(attempts)('refuses %s in content with its position, and never runs it', async ([, code]) => {
    copy.write(page, `${before.trimEnd()}\n\n${code}\n`);
    const run = await copy.run(build, { HOME: secret });
    expect(run.code).not.toBe(0);
    expect(run.output).toMatch(new RegExp(`${page}:${lastLine + 2}:\\d+ +C021`));
    expect(run.output).not.toMatch(traces);
    expect(run.output).not.toContain(secret);
    expect(existsSync(canary)).toBe(false);
    expect(hashes()).toEqual(yesterday);
  });

  test('refuses a script in front matter and never runs it', async () => {
    copy.write(page, before.replace(/^title:.*/m, `title: !!js/function "function () { ${makeCanary} }"`));
    const run = await copy.run(build);
    expect(run.code).not.toBe(0);
    expect(run.output).toMatch(new RegExp(`${page}:2:\\d+ +C002`));
    expect(run.output).not.toMatch(traces);
    expect(existsSync(canary)).toBe(false);
  });

  test('never runs code that appears after the content check', async () => {
    const { site } = loadSite({ root: copy.root, languages, drafts: false });
    if (!site) throw new Error('The content has findings; run npm run check.');
    expect(() => storedSite(copy.root)).toThrow('has not been checked');
    storeSite(copy.root, site);
    const code = attempts.map(([, each]) => each).join('\n\n');
    copy.write(page, `${before.trimEnd()}\n\n${code}\n`);
    const run = await copy.run(buildWithoutGate, { HOME: secret });
    expect(run.code).not.toBe(0);
    expect(run.output).toContain('C021');
    expect(existsSync(canary)).toBe(false);
    expect(hashes()).toEqual(yesterday);
  });
});
