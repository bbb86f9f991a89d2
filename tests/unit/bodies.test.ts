import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate } from '@mdx-js/mdx';
import { MDXProvider, useMDXComponents } from '@mdx-js/react';
import { type ComponentType, createElement, type ReactNode } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { bodyFromText } from '#components/page/body-from-text.tsx';
import { sections } from '#components/registry.tsx';
import { loadSite } from '#gate/load.ts';
import prepare from '#lib/body/prepare.ts';
import { componentNames } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { fixtureRoot } from '../fixture-site.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Every body of the fixture site, and of the real one while the gate accepts it. */
const files = [fixtureRoot, root].flatMap((place) => {
  const { site } = loadSite({ root: place, languages, drafts: true });
  const all = (site?.pages ?? []).flatMap(({ twins }) => Object.values(twins).map(({ file }) => file));
  return all.map((file) => path.relative(root, path.join(place, file)));
});

/** Components that output every property they receive. */
const names = [...componentNames, 'a', ...Object.keys(sections)];
const components = Object.fromEntries(
  names.map((name): [string, ComponentType<{ children?: ReactNode }>] => [
    name,
    ({ children, ...given }) =>
      createElement('x-component', { 'data-name': name, 'data-given': JSON.stringify(given) }, children),
  ]),
);

/** Renders a body as a module, as the loader of `@next/mdx` compiles it for the preview. */
async function fromModule(file: string): Promise<string> {
  const text = { path: path.join(root, file), value: readFileSync(path.join(root, file)) };
  const options = { ...runtime, useMDXComponents, remarkPlugins: [prepare] };
  const { default: Content } = await evaluate(text, options);
  return renderToStaticMarkup(createElement(MDXProvider, { components }, createElement(Content)));
}

const fromText = (file: string) => renderToStaticMarkup(bodyFromText(file, components));

test.for([...files, ...['blocks', 'words'].map((name) => `tests/fixtures/bodies/${name}/nl.mdx`)])(
  'renders the same body in the preview and in a build: %s',
  async (file) => {
    const html = fromText(file);
    expect(html.length).toBeGreaterThan(50);
    expect(html).toBe(await fromModule(file));
  },
);

test('finds a difference between two bodies', async () => {
  const [first = '', second = ''] = files;
  expect(fromText(first)).not.toBe(await fromModule(second));
});

test('evaluates no expression', () => {
  expect(() => fromText('tests/fixtures/bodies/code/nl.mdx')).toThrow(/C021/);
});

test.for(['{process.exit()}', '<Callout title="x">', 'Text {with a brace.', 'import x from "y";\n\nText.'])(
  'compiles a faulty body to an empty module for the preview, and to none otherwise: %s',
  async (value) => {
    const compiled = (emptyWhenFaulty: boolean) =>
      evaluate(
        { path: 'nl.mdx', value },
        { ...runtime, useMDXComponents, remarkPlugins: [[prepare, { emptyWhenFaulty }]] },
      );
    const { default: Content } = await compiled(true);
    expect(renderToStaticMarkup(createElement(Content))).toBe('');
    await expect(compiled(false)).rejects.toThrow();
  },
);
