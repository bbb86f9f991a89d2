/**
 * The options that npm consumed because the lone `--` before them is missing, as in `npm run check --fix`: it passes them on through the
 * environment (`npm_config_fix`), and a negated one (`--no-effect`) as an empty value. Of `--unit ict` it keeps only the name and
 * takes the value for an argument: the option then has none here, which a command refuses.
 * @param options those of a command, as `parseArgs` takes them
 * @returns the options as they are written: `--fix`, `--unit=ict`
 */
export function optionsOfNpm(
  options: Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  return Object.entries(options).flatMap(([name, { type }]) => {
    const [, positive = ''] = /^no-(.*)$/.exec(name) ?? [];
    if (positive) return environment[`npm_config_${positive}`] === '' ? [`--${name}`] : [];
    const value = environment[`npm_config_${name}`];
    if (value === 'true') return [`--${name}`];
    return type === 'string' && value ? [`--${name}=${value}`] : [];
  });
}

/** A key from the path of its file or folder, as a terminal completes it: `content\\pages\\services\\ict\\` is `services/ict`. */
export function keyOf(word: string): string {
  const path = word.replaceAll('\\', '/').replace(/^(?:\.\/)?content\/(?:pages\/)?/, '');
  return path.replace(/(?:\/(?:[a-z]{2}\.mdx)?|\.yaml)$/, '');
}
