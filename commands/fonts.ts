import { writeFileSync } from 'node:fs';
import { assertNoArguments } from './no-arguments.ts';
import { makeWebFonts } from './web-fonts.ts';

/** `npm run fonts`: cuts the web fonts to what the texts of the site show of them. After it, `npm run fallback-fonts`. */

assertNoArguments('npm run fonts');

for (const [file, font] of await makeWebFonts()) {
  writeFileSync(file, font);
  console.log(`${file}: ${font.length} bytes`);
}
