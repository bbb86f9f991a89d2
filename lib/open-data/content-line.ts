/* The syntax of vCard (RFC 6350, 3): content lines and the escapes in their values. */

/** Maximum length of a line in octets, without the line break (RFC 6350, 3.2). */
const maximumLength = 75;

/**
 * A content line, folded, with its line break: `FN;LANGUAGE=fr-BE:Budget`. A line is folded between characters, never inside
 * one, so that every line by itself is valid UTF-8.
 * @param value as written in the file: escaped by `escapeText` or `escapeComponents` unless it is a URI
 * @param group ties lines together, such as a number and its label (RFC 6350, 3.3)
 */
export function contentLine(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
  group?: string,
): string {
  const written = Object.entries(parameters).map(([key, each]) => `;${key}=${parameterValue(each)}`);
  return `${foldLine(`${group === undefined ? '' : `${group}.`}${name}${written.join('')}:${value}`)}\r\n`;
}

/** Escapes a text value (RFC 6350, 3.4), except a semicolon: outside components, address books would show the backslash. */
export function escapeText(value: string): string {
  return value.replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Escapes and joins the components of a structured value, such as an address (RFC 6350, 3.4). */
export function escapeComponents(values: readonly string[]): string {
  return values.map((value) => escapeText(value).replaceAll(';', '\\;')).join(';');
}

/** A parameter value: encoded by RFC 6868, in quotes unless it is a plain word; address books need more than RFC 6350, 3.3. */
function parameterValue(value: string): string {
  const encoded = value.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /^[\w-]+$/.test(encoded) ? encoded : `"${encoded}"`;
}

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > maximumLength) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
