import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { licenceOf, type Sbom } from '#publish/release/supply-chain.ts';
import { out, root } from '../published-site.ts';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const text = readFileSync(path.join(out, 'sbom.cdx.json'), 'utf8');
const sbom = JSON.parse(text) as Sbom;
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([folder]) => folder !== '');
const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('The software bill of materials', () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);

  it('is valid CycloneDX 1.5', async () => {
    expect(await validator.validate(text)).toBeNull();
    expect(await validator.validate(text.replace('"library"', '"book"'))).not.toBeNull();
  });

  it('lists exactly the packages of package-lock.json', () => {
    const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    expect(listed).toEqual(new Set(locked.map(([folder, { version }]) => `${nameOf(folder)}@${version}`)));
  });

  it('contains no date, machine or folder', () => {
    expect(text).not.toMatch(/timestamp|urn:uuid|"\/|file:|\\\\/);
    expect(sbom.metadata.component['name']).toBe(json('package.json').name);
  });
});

/** The systems of editors and of build machines. */
const systems = [
  'darwin arm64',
  'darwin x64',
  'linux arm64 glibc',
  'linux arm64 musl',
  'linux x64 glibc',
  'linux x64 musl',
  'win32 arm64',
  'win32 x64',
];

/** The packages with a program for each system, that lack one of these. */
function lacking(list: Readonly<Record<string, Locked>>): string[] {
  const programsOf = ({ optionalDependencies = {} }: Locked) =>
    Object.keys(optionalDependencies)
      .flatMap((name) => list[`node_modules/${name}`] ?? [])
      .filter(({ os }) => os);
  const fits = ({ os, cpu, libc }: Locked, system: string) =>
    [os, cpu, libc].every((allowed, index) => !allowed || allowed.includes(system.split(' ')[index] ?? ''));
  return Object.entries(list).flatMap(([folder, locked]) => {
    const programs = programsOf(locked);
    if (programs.length < 3) return [];
    const absent = systems.filter((system) => !programs.some((each) => fits(each, system)));
    return absent.map((system) => `${nameOf(folder)}: ${system}`);
  });
}

/** Licences of packages that the site may use beside its own (EUPL-1.2). */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|MPL-2\.0|LGPL-3\.0-or-later|OFL-1\.1|Python-2\.0|Unlicense|Zlib|W3C.*)$/;

/** Packages that do not state their licence in package.json, with the place where they do. */
const statedElsewhere: Readonly<Record<string, string>> = { format: 'MIT, in its readme' };

function licenceFaults({ components }: Sbom): string[] {
  return components.flatMap((component) => {
    const parts = licenceOf(component)
      .replace(/[()]/g, '')
      .split(/ (?:AND|OR) /);
    const fault = parts.find((part) => !allowed.test(part));
    return fault && !statedElsewhere[component.name] ? [`${component.name}: ${fault}`] : [];
  });
}

describe('The licences of packages', () => {
  it('are all allowed', () => {
    expect(licenceFaults(sbom)).toEqual([]);
  });

  it('fail the check when they are not allowed or missing', () => {
    const odd = (id: string) => ({ name: 'odd', version: '1.0.0', licenses: [{ license: { id } }] });
    const { metadata } = sbom;
    expect(licenceFaults({ metadata, components: [odd('BUSL-1.1')] })).toEqual(['odd: BUSL-1.1']);
    expect(licenceFaults({ metadata, components: [{ name: 'odd', version: '1' }] })).toHaveLength(1);
  });

  it('are listed in licences.txt, each package once', () => {
    const list = readFileSync(path.join(out, 'licences.txt'), 'utf8');
    expect(list.match(/^ {2}\S+ \S+$/gm)).toHaveLength(sbom.components.length);
  });
});

describe('Packages', () => {
  const { dependencies, devDependencies, allowScripts } = json('package.json') as Record<
    'dependencies' | 'devDependencies' | 'allowScripts',
    Record<string, string | boolean>
  >;

  it('are pinned to exact versions', () => {
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(ranges).toEqual([]);
  });

  it('are in package-lock.json for Windows, macOS and Linux with glibc and musl, on both processors', () => {
    expect(lacking(packages)).toEqual([]);
    const { 'node_modules/@next/swc-win32-x64-msvc': _, ...others } = packages;
    expect(lacking(others)).toEqual(['next: win32 x64']);
  });

  it('have an integrity hash in package-lock.json', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('run an install script only when package.json allows it', () => {
    const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => nameOf(folder));
    expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
