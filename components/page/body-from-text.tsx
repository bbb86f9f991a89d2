import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { htmlTreeOf } from '#lib/body/html-tree.ts';
import type { Components } from '../mdx.tsx';

/**
 * The body of a page, read from its file while it is rendered: no module is made of it, so a build with thousands of pages has none
 * to compile, and nothing in a body can become a program.
 * @param file path from the project's root
 */
export function bodyFromText(file: string, components: Components): ReactNode {
  const text = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8');
  return toJsxRuntime(htmlTreeOf(text, file), {
    Fragment,
    jsx,
    jsxs,
    components,
    createEvaluater: () => componentsOnly(components),
  });
}

/** Names of components mean those that are given; there are no other expressions. */
function componentsOnly(components: Components) {
  const refuse = (): never => {
    throw new Error('C021 code in content');
  };
  return {
    evaluateExpression: (expression: { readonly type: string; readonly name?: string }) => {
      const { type, name = '' } = expression;
      return type === 'Identifier' && Object.hasOwn(components, name) ? components[name] : refuse();
    },
    evaluateProgram: refuse,
  };
}
