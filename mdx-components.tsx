import type { useMDXComponents as provider } from '@mdx-js/react';

/**
 * The file that @next/mdx asks for. A page's components depend on its language and place, so they are passed
 * to each body (`components/mdx.tsx`) and there is nothing to share here.
 */
export const useMDXComponents: typeof provider = () => ({});
