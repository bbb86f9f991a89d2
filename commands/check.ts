import { checkContent } from './check-content.ts';

/** `npm run check`: exits with 0 when the content can be published, 1 when it has errors, 2 for wrong arguments. */

process.exitCode = checkContent();
