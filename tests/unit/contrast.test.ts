import { describe, expect, test } from 'vitest';
import { type Scheme, themeColours } from '../theme-colours.ts';

const { light, dark } = themeColours();

/** Every pair of text and background that the components use. */
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

/** Borders and signs that must be visible, though they are not text. */
const shapePairs: readonly (readonly [shape: string, ground: string])[] = [
  ['edge', 'paper'],
  ['edge', 'band'],
  ['focus', 'deep'],
  ['ink', 'paper'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (_name, scheme) => {
  test.each(textPairs)('gives text in %s on %s a contrast of at least 7:1 (WCAG 1.4.6)', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(shapePairs)('gives %s on %s a contrast of at least 3:1 (WCAG 1.4.11)', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3);
  });

  test('has no colour that is neither in a pair nor decoration', () => {
    const decoration = ['line', 'lit', 'bar', 'backdrop'];
    const paired = new Set([...textPairs, ...shapePairs].flat());
    const colours = Object.keys(scheme).filter((name) => isColour(scheme[name] ?? '') && !decoration.includes(name));
    expect(colours.filter((name) => !paired.has(name))).toEqual([]);
  });
});

test('finds a grey that is too pale', () => {
  expect(contrast({ text: '#8a8a8a', ground: '#ffffff' }, 'text', 'ground')).toBeLessThan(7);
});

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
