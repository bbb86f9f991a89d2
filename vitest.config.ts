import { defineConfig } from 'vitest/config';

const project = (name: string, extra: object = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 120_000, ...extra },
});

// `unit` and `content` need no build; the others look at `out/` or make their own.
export default defineConfig({
  test: {
    projects: [
      // By default one core is left alone, which of two is half of them.
      project('unit', { maxWorkers: '100%' }),
      project('content', { maxWorkers: '100%' }),
      project('published'),
      project('http'),
      project('deploy'),
      project('build', { testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false }),
    ],
  },
});
