/*
 * The syntax of vCard (RFC 6350, 3): content lines and the escapes of their values.
 */

/** Longest line in octets, without the line break (RFC 6350, 3.2). */
const longestLine = 75;

/**
 * A content line, folded, with its line break: `FN;LANGUAGE=fr-BE:Budget`. A line is folded between characters, never inside
 * one, so that each line by itself is UTF-8.
 * @param value as it stands in the file: `text` and `components` escape what is not an address
 * @param group ties lines together, such as a number and its label (RFC 6350, 3.3)
 */
export function contentLine(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
  group?: string,
): string {
  const written = Object.entries(parameters).map(([key, each]) => `;${key}=${parameterValue(each)}`);
  return `${fold(`${group === undefined ? '' : `${group}.`}${name}${written.join('')}:${value}`)}\r\n`;
}

/**
 * A text as a value (RFC 6350, 3.4). A semicolon stays as it is: only in values with components does it need an escape, and
 * readers keep the backslash elsewhere.
 */
export function text(value: string): string {
  return value.replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A value with components, such as an address (RFC 6350, 3.4). */
export function components(values: readonly string[]): string {
  return values.map((value) => text(value).replaceAll(';', '\\;')).join(';');
}

/**
 * The value of a parameter: quotation marks and line breaks by RFC 6868; in quotes unless it is a plain word, which RFC 6350, 3.3
 * asks for some signs only, and some readers need for more.
 */
function parameterValue(value: string): string {
  const encoded = value.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /^[\w-]+$/.test(encoded) ? encoded : `"${encoded}"`;
}

function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
