import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Colours of the theme by name, as `theme.css` writes them: `#14161f`. */
export type Scheme = Readonly<Record<string, string>>;

/** The colours of the theme: light, and light overridden by the dark scheme. */
export function themeColours(): { readonly light: Scheme; readonly dark: Scheme } {
  const css = readFileSync(path.resolve(import.meta.dirname, '../components/design/theme.css'), 'utf8');
  const [light = {}, override = {}] = [...css.matchAll(/(?:@theme|:root)\s*\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--color-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );
  return { light, dark: { ...light, ...override } };
}
