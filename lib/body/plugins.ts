import path from 'node:path';

/**
 * The remark plugins with which `@next/mdx` reads a body, after the syntax of MDX itself: by name or path, because Turbopack
 * takes nothing else. `htmlTreeOf` (html-tree.ts) does the same without a bundler, and a test holds the two together.
 */
export const remarkPlugins: readonly string[] = [
  'remark-frontmatter',
  'remark-gfm',
  path.resolve('lib/body/prepare.ts'),
];
