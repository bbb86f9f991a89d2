import postcss from 'postcss';

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Gives the custom properties of a style sheet names of a letter or two, in the order in which it sets them: `--size-m` becomes
 * `--z`. Nothing but the sheet knows them by name.
 */
export function shortenProperties(css: string): string {
  const sheet = postcss.parse(css);
  const names = new Map<string, string>();
  sheet.walkDecls(/^--/, ({ prop }) => {
    if (!names.has(prop)) names.set(prop, `--${letters(names.size)}`);
  });
  sheet.walkDecls((declaration) => {
    declaration.prop = names.get(declaration.prop) ?? declaration.prop;
    declaration.value = declaration.value.replace(/--[\w-]+/g, (name) => names.get(name) ?? name);
  });
  return sheet.toString();
}

/** The letters that count: a, b, … Z, aa, ab, … */
function letters(number: number): string {
  const before = number < alphabet.length ? '' : letters(Math.floor(number / alphabet.length) - 1);
  return before + alphabet[number % alphabet.length];
}
