import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const sources = path.join(process.cwd(), 'components');
const suffix = '.element.ts';

/** The names of all custom elements, sorted, from the files `<name>.element.ts` of the components. */
export function elementNames(): string[] {
  return [...sourceFiles().keys()].sort();
}

/** The minified module of a custom element, the same bytes for the same sources; throws when it does not exist or compile. */
export function elementModule(name: string): string {
  const file = sourceFiles().get(name);
  if (!file) throw new Error(`No component has a file ${name}${suffix}.`);
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    // Older browsers show the page without the enhancement.
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

function sourceFiles(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(suffix))
      .map((file) => [path.basename(file, suffix), path.join(sources, file)]),
  );
}
