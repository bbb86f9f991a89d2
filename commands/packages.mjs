// Plain JavaScript: this runs before anything is installed, under whatever Node.js the machine has.
import { readFileSync } from 'node:fs';

/** The Node.js that this project is written for, by its first number; the package "node" brings it. */
export const nodeVersion = '24';

/**
 * Packages that are missing, or there in another version than package-lock.json says.
 * @param {string} root the project's folder, with a slash at the end
 * @param {{ tests: boolean }} options whether those count that only tests and tools need
 * @returns {string[]} their names
 */
export function missingPackages(root, { tests }) {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  return Object.entries(packages)
    .filter(([folder, { optional, dev, devOptional }]) => {
      // Optional packages are those of other platforms.
      const isNeeded = folder !== '' && !optional && (tests || !(dev || devOptional));
      return isNeeded && versionIn(`${root}${folder}`) !== packages[folder].version;
    })
    .map(([folder]) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

function versionIn(folder) {
  try {
    return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;
  } catch {
    return null;
  }
}
