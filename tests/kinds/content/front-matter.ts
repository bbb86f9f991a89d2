/** The front matter of a page of the fixtures, with an empty line after it. */
export function frontMatter(fields: Readonly<Record<string, string>>): string {
  return ['---', ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '---', '', ''].join('\n');
}
