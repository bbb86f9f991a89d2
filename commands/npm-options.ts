/**
 * The options that npm consumed because the lone `--` before them is missing, as in `npm run check --fix`: it passes them on through the
 * environment (`npm_config_fix`), and a negated one (`--no-effect`) as an empty value.
 * @param names of the boolean options of a command
 * @returns the options as they are written: `--fix`
 */
export function optionsOfNpm(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  return names
    .filter((name) => {
      const [, positive = ''] = /^no-(.*)$/.exec(name) ?? [];
      return positive ? environment[`npm_config_${positive}`] === '' : environment[`npm_config_${name}`] === 'true';
    })
    .map((name) => `--${name}`);
}

/** A key from the path of its file or folder, as a terminal completes it: `content\\pages\\services\\ict\\` is `services/ict`. */
export function keyOf(word: string): string {
  const path = word.replaceAll('\\', '/').replace(/^(?:\.\/)?content\/(?:pages\/)?/, '');
  return path.replace(/(?:\/(?:[a-z]{2}\.mdx)?|\.yaml)$/, '');
}
