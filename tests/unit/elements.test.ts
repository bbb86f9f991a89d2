import { expect, describe as group, test } from 'vitest';
import { elementModule, elementNames } from '#components/elements/module.ts';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';

group('the modules of custom elements', () => {
  test('each has an address that leads back to its name', () => {
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
  ])('%s is no address of one', (address) => {
    expect(elementNameAt(address)).toBeNull();
  });

  test('each defines its own element, asks for nothing else, and is the same whenever it is made', () => {
    for (const name of elementNames()) {
      const code = elementModule(name);
      expect(code).toContain(`customElements.define("${name}"`);
      expect(code).not.toMatch(/\brequire\b|sourceMappingURL/);
      expect(code).not.toMatch(/\bimport\b/);
      expect(elementModule(name)).toBe(code);
    }
  });

  test('one that nobody wrote is refused by name', () => {
    expect(() => elementModule('no-such-element')).toThrow('no-such-element.element.ts');
  });
});
