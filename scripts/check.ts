import { filesReaderFor } from '../lib/content/read-files-in-threads.ts';
import { root } from './environment.ts';

/**
 * The content gate: `npm run check`. Exit code 0 when the content can be published (there may be warnings), 1 when it cannot,
 * 2 when the command itself is not understood.
 */

const started = performance.now();
const filesReader = await filesReaderFor(root);
const { checkContent } = await import('./check/gate.ts');
process.exitCode = checkContent(filesReader, started);
