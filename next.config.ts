import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import createMDX from '@next/mdx';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import packages from './package.json' with { type: 'json' };

// By path: Turbopack passes options to its loaders as JSON.
const withMDX = createMDX({
  options: { remarkPlugins: [[path.resolve('lib/body/prepare.ts'), { emptyWhenFaulty: true }]] },
});
const withNextIntl = createNextIntlPlugin('./app/i18n.ts');

const isPreview = process.env.NODE_ENV === 'development';

// Pages of the preview have an extension that a build does not know.
const pageExtensions = ['tsx', 'ts'];
const previewExtensions = ['dev.tsx', ...pageExtensions];

// React and packages on top of it have builds for different environments, so Next.js must bundle them. It imports all others from
// node_modules: otherwise every route contains a copy, and esbuild cannot be bundled.
const bundled = new Set(['@mdx-js/react', 'next', 'next-intl', 'react', 'react-dom', 'use-intl']);

/** The names and addresses of this machine, at which another device opens the preview. */
function namesOfMachine(): string[] {
  const name = hostname().toLowerCase();
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const hosts = addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  // The name of a desk behind a proxy (`deploy/desk`).
  const desk = process.env['DESK_HOST'];
  return [name, `${name}.local`, ...hosts, ...(desk ? [desk] : [])];
}

const config: NextConfig = {
  pageExtensions: isPreview ? previewExtensions : pageExtensions,
  // The desk has paths without parameters inside: Next.js starts a process for each request to a path with parameters.
  rewrites: async () =>
    isPreview
      ? [
          { source: '/desk/:language', destination: '/desk?language=:language' },
          { source: '/desk/:language/:screen*', destination: '/desk?language=:language&screen=:screen*' },
        ]
      : [],
  adapterPath: path.resolve('publish/adapter.ts'),
  // Fixed, so that the same commit gives the same bytes.
  generateBuildId: () => 'site',
  poweredByHeader: false,
  serverExternalPackages: Object.keys(packages.dependencies).filter((name) => !bundled.has(name)),
  // `npm test` checks types for the whole project.
  typescript: { ignoreBuildErrors: true },
  // Otherwise Next.js keeps the preview live at the host of its own address alone.
  allowedDevOrigins: namesOfMachine(),
  devIndicators: false,
  enablePrerenderSourceMaps: false,
  turbopack: {
    // Otherwise Next.js looks for a lockfile in the folders above.
    root: path.resolve('.'),
    // For the files that app/current-site.ts makes the preview watch.
    rules: { '*': { condition: { query: '?raw' }, type: 'bytes' } },
  },
  experimental: {
    globalNotFound: true,
    cpus: 2,
    // No bundle is published, and publishing minifies the style sheet. Saves a third of the build time.
    turbopackMinify: false,
    turbopackScopeHoisting: false,
    turbopackSourceMaps: false,
    turbopackInputSourceMaps: false,
    // Writing the cache takes longer than compiling again.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default withNextIntl(withMDX(config));
