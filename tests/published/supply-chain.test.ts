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
}

const text = readFileSync(path.join(out, 'sbom.cdx.json'), 'utf8');
const sbom = JSON.parse(text) as Sbom;
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([folder]) => folder !== '');
const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the list of packages (SBOM)', () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);

  it('is CycloneDX 1.5, by the standard’s own schema', async () => {
    expect(await validator.validate(text)).toBeNull();
    expect(await validator.validate(text.replace('"library"', '"book"'))).not.toBeNull();
  });

  it('names every package that is installed, and no other', () => {
    const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    expect(listed).toEqual(new Set(locked.map(([folder, { version }]) => `${nameOf(folder)}@${version}`)));
  });

  it('tells nothing of the day, the machine or the folder it was made in', () => {
    expect(text).not.toMatch(/timestamp|urn:uuid|"\/|file:|\\\\/);
    expect(sbom.metadata.component['name']).toBe(json('package.json').name);
  });
});

/** Licences under which a package may be used here, and stand beside ours (EUPL-1.2). */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|MPL-2\.0|LGPL-3\.0-or-later|OFL-1\.1|Python-2\.0|Unlicense|Zlib|W3C.*)$/;

/** Packages that state their licence elsewhere than in package.json, each with where. */
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

describe('licences', () => {
  it('are all such that the site may be built with the package', () => {
    expect(licenceFaults(sbom)).toEqual([]);
  });

  it('would be found not to be', () => {
    const odd = (id: string) => ({ name: 'odd', version: '1.0.0', licenses: [{ license: { id } }] });
    const { metadata } = sbom;
    expect(licenceFaults({ metadata, components: [odd('BUSL-1.1')] })).toEqual(['odd: BUSL-1.1']);
    expect(licenceFaults({ metadata, components: [{ name: 'odd', version: '1' }] })).toHaveLength(1);
  });

  it('are listed for people, each package once', () => {
    const list = readFileSync(path.join(out, 'licences.txt'), 'utf8');
    expect(list.match(/^ {2}\S+ \S+$/gm)).toHaveLength(sbom.components.length);
  });
});

describe('what is installed', () => {
  const { dependencies, devDependencies, allowScripts } = json('package.json') as Record<
    'dependencies' | 'devDependencies' | 'allowScripts',
    Record<string, string | boolean>
  >;

  it('is asked for in one exact version', () => {
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(ranges).toEqual([]);
  });

  it('has a hash by which npm knows that it is what it was', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('runs a program of its own at installation only where package.json names it', () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([folder]) => nameOf(folder));
    expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
