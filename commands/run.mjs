// Plain JavaScript: this says in one sentence what is missing, before a module that is not there says it in its own way.
// Use: node commands/run.mjs <file> [arguments]
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { missingPackages, nodeVersion } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [program, , file, ...args] = process.argv;

function stop(sentence) {
  console.error(`${sentence} Run npm start, which installs what is missing.`);
  process.exit(1);
}

if (process.versions.node.split('.')[0] !== nodeVersion) {
  stop(`This needs Node.js ${nodeVersion}, and this is ${process.versions.node}.`);
}
const missing = missingPackages(root, { tests: false });
if (missing.length > 0) {
  const others = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  stop(`Not installed, or in another version: ${missing.slice(0, 3).join(', ')}${others}.`);
}
// Reading the modules takes longer than checking the content: what was compiled is kept for the next run.
module.enableCompileCache(path.join(root, 'node_modules/.cache/node'));
const script = path.resolve(root, file);
process.argv = [program, script, ...args];
await import(pathToFileURL(script).href);
