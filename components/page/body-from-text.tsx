import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { htmlTreeOf } from '#lib/body/html-tree.ts';
import type { Components } from '../registry.tsx';

/** The body of a page, from its file, a path from the project's root. */
export function bodyFromText(file: string, components: Components): ReactNode {
  return renderText(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'), file, components);
}

/**
 * Renders MDX as data, never as a program: no module is compiled and no expression evaluated.
 * @param text the whole file, front matter included
 * @param file its path; the base name is the language code
 * @throws Error when the text is not MDX, or contains code
 */
export function renderText(text: string, file: string, components: Components): ReactNode {
  return toJsxRuntime(htmlTreeOf(text, file), {
    Fragment,
    jsx,
    jsxs,
    components,
    createEvaluater: () => componentsOnly(components),
  });
}

/** Resolves the names of components, which are expressions to the renderer, and refuses all other expressions. */
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
