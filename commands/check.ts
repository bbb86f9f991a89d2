import { checkContent } from './check-content.ts';

/**
 * `npm run check [-- --fix] [--lang <language>] [--json]`: checks the content. Exits with 0 when it can be published (warnings
 * included), 1 when it has errors, 2 for wrong arguments.
 */

process.exitCode = checkContent();
