import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { storeSite } from '#lib/site/stored-site.ts';
import type { ProjectCopy } from '../build/project-copy.ts';

/* What the site is compared with: the same source as the guide of Next.js has it, with pages as MDX modules and a client runtime. */

/** Arguments for Node.js to build a plain copy. */
export const plainBuild: readonly string[] = ['node_modules/next/dist/bin/next', 'build'];

/** Removes the publish adapter and our settings for builds from a copy, and what was built of it. */
export function makePlain(copy: ProjectCopy): void {
  edit(copy, 'next.config.ts', /^ *adapterPath: .*\n/m, '');
  edit(copy, 'next.config.ts', /^ *(?:turbopack[A-Z]\w+|enablePrerenderSourceMaps): false,\n/gm, '');
  edit(copy, 'components/page/page-body.tsx', "process.env.NODE_ENV === 'development'", 'true');
  for (const folder of ['.next', 'out']) {
    rmSync(path.join(copy.root, folder), { recursive: true, force: true });
  }
  const { site } = loadSite({ root: copy.root, languages, drafts: false });
  if (site) storeSite(copy.root, site);
}

/** @throws Error when the file does not contain the text, because the comparison would then be with something else */
function edit(copy: ProjectCopy, file: string, text: RegExp | string, replacement: string): void {
  const before = copy.read(file);
  const after = before.replace(text, replacement);
  if (after === before) throw new Error(`${file} does not contain ${text}.`);
  copy.write(file, after);
}
