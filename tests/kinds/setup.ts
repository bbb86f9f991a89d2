import type { TestProject } from 'vitest/node';
import { build, copyProject } from '../build/project-copy.ts';
import { addEverything } from './content/everything.ts';
import { fixtureDay } from './content/news-and-notices.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The root of the copy of the project with everything that editors may publish. */
    readonly kindsRoot: string;
  }
}

/** Builds one site with everything that editors may publish, for all tests of the project. */
export default async function setup(project: TestProject): Promise<() => void> {
  const copy = copyProject('kinds');
  await addEverything(copy);
  const { code, output } = await copy.run(build, { SITE_DAY: fixtureDay });
  if (code !== 0) throw new Error(`The site of the fixtures is not built.\n${output}`);
  project.provide('kindsRoot', copy.root);
  return () => copy.remove();
}
