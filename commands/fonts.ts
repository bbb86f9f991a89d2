import { writeFileSync } from 'node:fs';
import { takeNoArguments } from './no-arguments.ts';
import { makeWebFonts } from './web-fonts.ts';

/** `npm run fonts`: cuts the web fonts to what the texts of the site show of them. After it, `npm run fallback-fonts`. */

takeNoArguments('npm run fonts');

for (const [file, font] of await makeWebFonts()) {
  writeFileSync(file, font);
  console.log(`${file}: ${font.length} bytes`);
}
