import { type NamedCommand, readProjectFile } from './guide.ts';

/*
 * The npm commands that documents name, and where each of them is tried.
 */

/** The npm scripts of the project. */
export const scripts: Readonly<Record<string, string>> = JSON.parse(readProjectFile('package.json')).scripts;

/** Commands for editors, which `guide.test.ts` runs as the guide writes them. */
export const editorCommands: readonly string[] = ['check', 'new', 'rename', 'in-step', 'notice', 'translations'];

/** Where another command is tried: a file and the text in it that runs the same; or why no test runs it. */
const triedElsewhere: Readonly<Record<string, readonly [file: string, text: string] | string>> = {
  start: ['package.json', '"start": "npm run build && npm run serve --"'],
  test: ['tests/run.ts', "vitest('unit', ['unit', 'content'])"],
  dev: ['tests/e2e/preview.ts', 'commands/dev.ts'],
  build: ['tests/build/third-language.test.ts', 'copy.run(build)'],
  serve: ['tests/http/serve.test.ts', 'commands/serve.ts'],
  schemas: ['tests/content/commands.test.ts', 'commands/schemas.ts'],
  texts: ['package.json', '"texts": "vitest run --project texts"'],
  types: ['tests/run.ts', "bin('tsc'), ['--noEmit']"],
  lint: ['tests/run.ts', "bin('biome'), ['ci', '--error-on-warnings']"],
  walls: ['tests/unit/walls.test.ts', 'depcruise'],
  format: ['package.json', 'biome check --write'],
  a11y: 'It takes 20 minutes; tests/unit/a11y.test.ts covers what it records.',
  'a11y:folder': ['tests/a11y/barriers.spec.ts', 'findAll('],
  bench: ['tests/content/bench.test.ts', 'writeLargeSite('],
  fonts: ['tests/unit/fonts.test.ts', 'makeWebFonts()'],
  screenshots: 'It takes pictures for people to look at; nothing of them is published.',
};

/** Whether a command exists and a test tries it. */
export function isTried({ script }: Pick<NamedCommand, 'script'>): boolean {
  if (!Object.hasOwn(scripts, script)) return false;
  const place = triedElsewhere[script];
  if (typeof place === 'string') return true;
  if (place === undefined) return editorCommands.includes(script);
  const [file, text] = place;
  return readProjectFile(file).includes(text);
}
