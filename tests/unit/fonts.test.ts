import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeWebFonts } from '#commands/web-fonts.ts';

it('commits the fonts and the style sheet that npm run fonts writes', async () => {
  const fonts = await makeWebFonts();
  expect(fonts.size).toBeGreaterThan(0);
  for (const [file, font] of fonts) {
    expect(readFileSync(file).equals(font), `${file}: run npm run fonts.`).toBe(true);
  }
});
