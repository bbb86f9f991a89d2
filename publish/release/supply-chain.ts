import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PublishFault } from '../fault.ts';

/** A software bill of materials in CycloneDX 1.5: the fields that are read here. */
export interface Sbom {
  readonly [field: string]: unknown;
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly Component[];
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

const run = promisify(execFile);

/**
 * Lists every package that the build uses, with its hash and licence, as npm reads them from package-lock.json. Leaves out the tool,
 * the date and the folder, so that the same commit gives the same list.
 * @throws PublishFault when npm cannot list them
 */
export async function listPackages(root: string): Promise<Sbom> {
  const { name } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { name: string };
  const list = JSON.parse(await runNpmSbom(root)) as Sbom;
  const { $schema, bomFormat, specVersion, version, components, dependencies } = list;
  const metadata = { component: { ...list.metadata.component, name } };
  return { $schema, bomFormat, specVersion, version, metadata, components, dependencies };
}

async function runNpmSbom(root: string): Promise<string> {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const npm = process.env['npm_execpath'];
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // With NODE_ENV=production, npm would leave out the packages of tests and tools.
  const env = { ...process.env, NODE_ENV: 'development' as const };
  try {
    const { stdout } = await run(program, [...first, ...args], { cwd: root, env, maxBuffer: 2 ** 26 });
    return stdout;
  } catch {
    throw new PublishFault(
      'npm cannot list the packages of this build. Use npm 10 or later, and repair package-lock.json with npm install.',
    );
  }
}

/** The packages of a list as text: each licence with the packages under it. */
export function licenceList({ components }: Sbom): string {
  const { build = [], tools = [] } = Object.groupBy(components, (each) => (isTool(each) ? 'tools' : 'build'));
  return [
    'Packages that the build uses. None of them runs in a browser.\n',
    ...byLicence(build),
    'Packages that only tests and tools use.\n',
    ...byLicence(tools),
  ].join('\n');
}

function byLicence(components: readonly Component[]): string[] {
  const groups = Map.groupBy(components, licenceOf);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, packages]) => {
      const names = packages.map(({ name, version }) => `  ${name} ${version}\n`);
      return `${licence} (${names.length})\n${names.sort().join('')}`;
    });
}

function isTool({ properties = [] }: Component): boolean {
  return properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
}

/** The licence of a package, as an SPDX expression if it states one. */
export function licenceOf({ licenses = [] }: Component): string {
  const names = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name);
  return names.filter(Boolean).join(' AND ') || 'no licence stated';
}
