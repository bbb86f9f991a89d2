import type { useMDXComponents as provide } from '@mdx-js/react';
import { sections } from './components/registry.tsx';

/**
 * The components that `@next/mdx` gives to every body that it compiles: the sections that rendering adds. Components of editors
 * depend on the page, which server components cannot read from a context: `components/page/page-body.tsx` passes them.
 */
export const useMDXComponents: typeof provide = () => sections;
