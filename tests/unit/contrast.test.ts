import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

type Scheme = Readonly<Record<string, string>>;

const file = path.resolve(import.meta.dirname, '../../components/design/theme.css');
const { light, dark } = schemesOf(readFileSync(file, 'utf8'));

/** Every pair of text and ground that the components use. */
const textPairs: readonly (readonly [text: string, ground: string])[] = [
  ['ink', 'paper'],
  ['ink', 'band'],
  ['ink', 'card'],
  ['ink', 'pane'],
  ['soft', 'paper'],
  ['soft', 'band'],
  ['soft', 'card'],
  ['link', 'paper'],
  ['link', 'band'],
  ['link', 'card'],
  ['on-plate', 'plate'],
  ['on-plate', 'deep'],
  ['on-focus', 'focus'],
];

/** Boundaries and signs that must be seen, though they are not text. */
const shapePairs: readonly (readonly [shape: string, ground: string])[] = [
  ['edge', 'paper'],
  ['edge', 'band'],
  ['focus', 'deep'],
  ['ink', 'paper'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', (_name, scheme) => {
  test.each(textPairs)('text in %s on %s has a contrast of at least 7:1 (WCAG 1.4.6)', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(shapePairs)('%s on %s can be seen: at least 3:1 (WCAG 1.4.11)', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3);
  });

  test('every colour of the site is in one of the pairs, or is decoration', () => {
    const decoration = ['line', 'lit', 'bar', 'backdrop'];
    const paired = new Set([...textPairs, ...shapePairs].flat());
    const colours = Object.keys(scheme).filter(
      (name) => isColour(scheme[name] ?? '') && !decoration.includes(name),
    );
    expect(colours.filter((name) => !paired.has(name))).toEqual([]);
  });
});

test('a grey that is too pale is found', () => {
  expect(contrast({ text: '#8a8a8a', ground: '#ffffff' }, 'text', 'ground')).toBeLessThan(7);
});

/** Colours of the theme: light, and light overridden by the dark scheme. */
function schemesOf(css: string): { light: Scheme; dark: Scheme } {
  const blocks = [...css.matchAll(/(?:@theme|:root)\s*\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--color-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );
  const [base = {}, override = {}] = blocks;
  return { light: base, dark: { ...base, ...override } };
}

function isColour(value: string): boolean {
  return /^#[0-9a-f]{3,8}$/i.test(value);
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(scheme: Scheme, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => luminance(scheme[name] ?? '')) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
  const channels = [1, 3, 5].map((start) => Number.parseInt(long.slice(start, start + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
