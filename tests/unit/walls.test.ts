import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packages from '../../package.json' with { type: 'json' };

/** Runs the checks of `npm run walls` on a small project that breaks each rule once. */

const root = path.resolve(import.meta.dirname, '../..');
const project = mkdtempSync(path.join(tmpdir(), 'walls-'));
const rooms = ['app', 'commands', 'components', 'desk', 'edit', 'gate', 'lib', 'publish'];

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: packages.imports,
    dependencies: { 'left-behind': '1.0.0' },
  }),
  'lib/site.ts': `export const site = 1;`,
  'lib/long.ts': `export function long() {\n${'  long();\n'.repeat(300)}}`,
  'lib/upwards.ts': `import type { Finding } from '#gate/finding.ts'; export type Result = Finding;`,
  'gate/finding.ts': `import { site } from '#lib/site.ts'; export interface Finding { site: typeof site }`,
  'edit/rename.ts': `export type { Finding } from '#gate/finding.ts';`,
  'gate/repair.ts': `import type { Finding } from '#edit/rename.ts'; export type Repair = Finding;`,
  'gate/by-path.ts': `export { site } from '../lib/site.ts';`,
  'components/card.tsx': `export const read = () => import('#gate/finding.ts');`,
  'publish/publish.ts': `import { site } from '#lib/site.ts'; import '#components/card.tsx'; export { site };`,
  'desk/screen.tsx': `import '#publish/publish.ts'; export const screen = 1;`,
  'app/page.tsx': `import { site } from '#lib/site.ts'; import '#publish/publish.ts'; export default () => site;`,
  'app/egg.ts': `import type { Hen } from './hen.ts'; export type Egg = Hen[];`,
  'app/hen.ts': `import type { Egg } from './egg.ts'; export type Hen = Egg[];`,
  'commands/build.ts': `import { helper } from '../tests/helper.ts'; import '#publish/publish.ts'; helper();`,
  'tests/helper.ts': `export const helper = () => 1;\nexport const forgotten = 2;`,
};

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), `${text}\n`);
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(tool: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(path.join(root, 'node_modules/.bin', tool), args, {
    cwd: project,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('the import rules', () => {
  const violations = () => {
    const config = path.join(root, '.dependency-cruiser.mjs');
    const { summary } = JSON.parse(run('depcruise', ['--config', config, '--output-type', 'json', ...rooms]));
    return (summary.violations as { rule: { name: string }; from: string; to: string }[])
      .map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`)
      .sort();
  };

  test('refuse exactly the imports that cross a wall, form a circle or avoid the alias', () => {
    expect(violations()).toEqual([
      'app/egg.ts → app/hen.ts: no-circular-imports',
      'app/page.tsx → publish/publish.ts: app-imports-only-itself-components-desk-edit-gate-lib-messages',
      'commands/build.ts → tests/helper.ts: commands-imports-only-itself-components-edit-gate-lib-publish',
      'components/card.tsx → gate/finding.ts: components-imports-only-itself-lib',
      'desk/screen.tsx → publish/publish.ts: desk-imports-only-itself-components-edit-gate-lib-messages',
      'gate/by-path.ts → lib/site.ts: rooms-import-each-other-by-alias',
      'gate/repair.ts → edit/rename.ts: gate-imports-only-itself-lib',
      'lib/upwards.ts → gate/finding.ts: lib-imports-only-itself',
      'publish/publish.ts → components/card.tsx: publish-imports-only-itself-lib',
    ]);
  });
});

describe('the dead-code check', () => {
  test('reports an unused file, an unused export and an unused dependency', () => {
    const report = run('knip', ['--config', path.join(root, 'knip.ts'), '--reporter', 'compact']);
    expect(report).toContain('lib/upwards.ts');
    expect(report).toMatch(/tests\/helper\.ts.*forgotten/);
    expect(report).toContain('left-behind');
    expect(report).not.toContain('lib/site.ts');
  });
});

describe('the limits of size', () => {
  /** The rooms with more than 35 % of the lines of TypeScript, without tests and stories. */
  function largeRooms(cwd: string): string[] {
    const sizes = rooms.map((room) => {
      const files = globSync(`${room}/**/*.{ts,tsx}`, { cwd }).filter((file) => !/\.(spec|test|stories)\./.test(file));
      const texts = files.map((file) => readFileSync(path.join(cwd, file), 'utf8'));
      return { room, lines: texts.join('').split('\n').length };
    });
    const all = sizes.reduce((sum, { lines }) => sum + lines, 0);
    return sizes.filter(({ lines }) => lines > 0.35 * all).map(({ room }) => room);
  }

  test('keep every room at 35 % of the production code or less', () => {
    expect(largeRooms(root)).toEqual([]);
  });

  test('report a room that is larger', () => {
    expect(largeRooms(project)).toEqual(['lib']);
  });

  test('report a function of more than 60 lines and a file of more than 300', () => {
    cpSync(path.join(root, 'biome.json'), path.join(project, 'biome.json'));
    const report = run('biome', ['lint', '--vcs-enabled=false', '--reporter=github', 'lib', 'app']);
    expect(report.match(/lint\/\S+ExcessiveLines\w+/g)?.sort()).toEqual([
      'lint/complexity/noExcessiveLinesPerFunction',
      'lint/style/noExcessiveLinesPerFile',
    ]);
  });
});
