import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ProjectCopy } from '../build/project-copy.ts';

/*
 * What the site is compared with: the same source as Next.js's guide has it. Pages are modules, nothing is published, and a visitor
 * gets the hydrated site.
 */

/** What Node.js starts in a copy that is made plain. */
export const plainBuild: readonly string[] = ['node_modules/next/dist/bin/next', 'build'];

/** Makes a copy of the project plain, and takes away what was built of it. */
export function makePlain(copy: ProjectCopy): void {
  edit(copy, 'next.config.ts', /^ *adapterPath: .*\n/m, '');
  edit(copy, 'next.config.ts', /^const heap = .*$/m, "const heap = '';");
  edit(copy, 'next.config.ts', /^ *(?:turbopack[A-Z]\w+|enablePrerenderSourceMaps): false,\n/gm, '');
  edit(copy, 'next.config.ts', /serverExternalPackages: .*/, "serverExternalPackages: ['esbuild'],");
  edit(copy, 'components/page/page-body.tsx', "process.env.NODE_ENV === 'development'", 'true');
  for (const folder of ['.next', 'out'])
    rmSync(path.join(copy.root, folder), { recursive: true, force: true });
}

/** @throws Error when the file has changed, so that nothing would be edited */
export function edit(copy: ProjectCopy, file: string, what: RegExp | string, by: string): void {
  const before = copy.read(file);
  const after = before.replace(what, by);
  if (after === before) throw new Error(`${file} holds no ${what} any more.`);
  copy.write(file, after);
}
