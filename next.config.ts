import path from 'node:path';
import createMDX from '@next/mdx';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import packages from './package.json' with { type: 'json' };

// By path: Turbopack passes options to its loaders as JSON.
const withMDX = createMDX({ options: { remarkPlugins: [path.resolve('lib/body/prepare.ts')] } });
const withNextIntl = createNextIntlPlugin('./app/i18n.ts');

// Pages that only the preview serves have an extension of their own, which a build does not know.
const pageExtensions = ['tsx', 'ts'];
const previewExtensions = ['dev.tsx', ...pageExtensions];

// React and what stands on it has one form for the server and one for the page, so Next.js bundles it. All else it takes from
// node_modules as it is: every route would have a copy, and esbuild fits in none.
const bundled = new Set(['@mdx-js/react', 'next', 'next-intl', 'react', 'react-dom', 'use-intl']);

const config: NextConfig = {
  pageExtensions: process.env.NODE_ENV === 'development' ? previewExtensions : pageExtensions,
  adapterPath: path.resolve('publish/adapter.ts'),
  // The same commit gives the same bytes; nothing of Next's own files is published anyway.
  generateBuildId: () => 'site',
  poweredByHeader: false,
  serverExternalPackages: Object.keys(packages.dependencies).filter((name) => !bundled.has(name)),
  // `npm test` checks the types, once, for the whole project.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  enablePrerenderSourceMaps: false,
  turbopack: {
    // Otherwise a lockfile in a folder above decides.
    root: path.resolve('.'),
    // `?raw` is how app/current-site.ts names the files that the preview must watch.
    rules: { '*': { condition: { query: '?raw' }, type: 'raw' } },
  },
  experimental: {
    globalNotFound: true,
    cpus: 2,
    // Nobody fetches what is bundled, and publishing makes the style sheet small: a third of the time of a build.
    turbopackMinify: false,
    turbopackScopeHoisting: false,
    turbopackSourceMaps: false,
    turbopackInputSourceMaps: false,
    // To write down what was compiled takes longer than to compile it again.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default withNextIntl(withMDX(config));
