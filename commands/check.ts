import { checkContent } from './check-content.ts';

/**
 * The content gate: `npm run check`. Exit code 0 when the content can be published (there may be warnings), 1 when it cannot,
 * 2 when the command line is wrong.
 */

process.exitCode = checkContent();
