// Plain JavaScript for any Node.js: runs before the packages are installed.
import { readFileSync } from 'node:fs';

/**
 * Lists packages that are not installed, or not in the version of package-lock.json, according to npm's record of what it installed.
 * @param {{ development: boolean }} options whether to include packages that only tests and tools need
 * @returns {string[]} package names
 */
export function missingPackages({ development }) {
  const wanted = read('package-lock.json').packages;
  const installed = read('node_modules/.package-lock.json')?.packages ?? {};
  return Object.keys(wanted)
    .filter((folder) => {
      const { version, optional, dev, devOptional } = wanted[folder];
      // Optional packages are built for one platform each.
      const isNeeded = folder !== '' && !optional && (development || !(dev || devOptional));
      return isNeeded && installed[folder]?.version !== version;
    })
    .map((folder) => folder.replace(/.*node_modules\//, ''));
}

/** The major version of Node.js that package.json requires. */
export const requiredNode = read('package.json').engines.node.split('.')[0];

/** A JSON file of the project, or null when it does not exist. */
function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}
