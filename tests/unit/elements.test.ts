import { expect, describe as group, test } from 'vitest';
import { elementModule, elementNames } from '#components/elements/module.ts';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';

group('the module of a custom element', () => {
  test('has a path from which its name can be derived', () => {
    expect(elementNames()).not.toEqual([]);
    for (const name of elementNames()) expect(elementNameAt(elementPath(name))).toBe(name);
  });

  test.for([
    '/elements/copy-text',
    '/elements/copytext.js',
    '/elements/../copy-text.js',
    '/elements/Copy-Text.js',
    'https://example.org/elements/copy-text.js',
    '/elements/copy-text.js?x',
  ])('is not at %s', (path) => {
    expect(elementNameAt(path)).toBeNull();
  });

  test('defines its own element, imports nothing, and has the same bytes each time', () => {
    for (const name of elementNames()) {
      const code = elementModule(name);
      expect(code).toContain(`customElements.define("${name}"`);
      expect(code).not.toMatch(/\brequire\b|sourceMappingURL/);
      expect(code).not.toMatch(/\bimport\b/);
      expect(elementModule(name)).toBe(code);
    }
  });

  test('is refused by name when no file defines the element', () => {
    expect(() => elementModule('no-such-element')).toThrow('no-such-element.element.ts');
  });
});
