import type { Story } from './story.ts';

// Lazy: Turbopack does not wait for modules that import ES modules from node_modules in an eager glob.
const files = import.meta.glob<{ stories: readonly Story[] }>('./*/*.stories.tsx');

/** The stories of all components, from the `*.stories.tsx` beside them. Only the preview imports them. */
export async function allStories(): Promise<Story[]> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()));
  return loaded.flatMap(({ stories }) => stories);
}
