// Runs a command of the project, or prints one sentence on why it cannot: node commands/run.mjs <file> [arguments]
// Plain JavaScript for any Node.js: the check must also run on a wrong version.
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { missingPackages, requiredNode } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [program, , file, ...args] = process.argv;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

// Node.js runs no TypeScript in the one, and reads the star of `#lib/*` in the other.
if (/[\\/]node_modules[\\/]|\*/.test(root)) {
  stop(`No command works in a folder named node_modules or with * in its name. Move the project: ${root}`);
}
const missing = missingPackages({ development: false });
if (missing.length > 0) {
  const others = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  stop(`Packages missing or in another version: ${missing.slice(0, 3).join(', ')}${others}. Run npm ci.`);
}
if (process.versions.node.split('.')[0] !== requiredNode) {
  stop(
    `Node.js ${requiredNode} is required, and this is ${process.versions.node}. npm ci installs it; commands started with npm use it.`,
  );
}
// Loading the modules takes longer than checking the content, so their compiled form is cached.
module.enableCompileCache(path.join(root, 'node_modules/.cache/node'));
const script = path.resolve(root, file);
process.argv = [program, script, ...args];
await import(pathToFileURL(script).href).catch((error) => {
  if (error?.name === 'MessageFault') stop(error.message);
  throw error;
});
