import { writeFileSync } from 'node:fs';
import { assertNoArguments } from './environment.ts';
import { makeWebFonts } from './web-fonts.ts';

/** `npm run fonts`: subsets the web fonts of `lib/site/fonts.ts` and writes the style sheet that declares them. */

assertNoArguments('npm run fonts');

for (const [file, font] of await makeWebFonts()) {
  writeFileSync(file, font);
  console.log(`${file}: ${font.length} bytes`);
}
