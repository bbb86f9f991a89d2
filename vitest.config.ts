import { defineConfig } from 'vitest/config';

// Timeouts end what hangs; they are long enough for a busy machine.
const minute = 60_000;

const project = (name: string, extra: object = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: 2 * minute,
    hookTimeout: 2 * minute,
    // The files of a worker share their modules: loading them for each file takes longer than the tests.
    isolate: false,
    // Vitest leaves one core idle by default, which is half of a small machine.
    maxWorkers: '100%',
    ...extra,
  },
});

// `unit` and `content` need no build; `build` and `kinds` make their own; the others read `out/`.
export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('content'),
      project('published'),
      project('texts'),
      project('http'),
      project('deploy'),
      project('kinds', {
        testTimeout: 20 * minute,
        hookTimeout: 10 * minute,
        fileParallelism: false,
        globalSetup: 'tests/kinds/setup.ts',
      }),
      project('build', { testTimeout: 10 * minute, hookTimeout: 10 * minute, fileParallelism: false }),
    ],
  },
});
