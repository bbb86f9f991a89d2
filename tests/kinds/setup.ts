import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { build, copyProject, type ProjectCopy } from '../build/project-copy.ts';
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
  const copy = await copyWithEverything('kinds');
  const { code, output } = await copy.run(build, { SITE_DAY: fixtureDay, TZ: 'Pacific/Kiritimati' });
  if (code !== 0) throw new Error(`The site of the fixtures is not built.\n${output}`);
  project.provide('kindsRoot', copy.root);
  return () => copy.remove();
}

/** Copies the project, with everything that editors may publish on the day of the fixtures. */
export async function copyWithEverything(name: string): Promise<ProjectCopy> {
  const copy = copyProject(name);
  await addEverything(copy);
  makeOlder(path.join(copy.root, 'content'));
  return copy;
}

/** Gives what editors changed or checked after the day of the fixtures that day: a later one is in the future. */
function makeOlder(content: string): void {
  for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:mdx|yaml)$/.test(file)) continue;
    const place = path.join(content, file);
    const text = readFileSync(place, 'utf8');
    const older = text.replace(/^(updated|verified|day): (\d{4}-\d{2}-\d{2})$/gm, (line, name, day) =>
      day > fixtureDay ? `${name}: ${fixtureDay}` : line,
    );
    if (older !== text) writeFileSync(place, older);
  }
}
