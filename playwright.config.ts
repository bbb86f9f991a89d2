import { defineConfig } from '@playwright/test';
import { browserFlags, ensureBrowser } from './tests/browser.ts';

// Another port lets two working copies run at the same time.
const port = Number(process.env['TEST_PORT'] ?? 3900);
// Timeouts end what hangs; they are long enough for a busy machine.
const minute = 60_000;

export default defineConfig({
  projects: [
    // `npm test` runs it. The test of a custom element is beside the element.
    { name: 'e2e', testMatch: ['tests/e2e/**/*.spec.ts', 'components/**/*.spec.ts'], timeout: 3 * minute },
    // `npm run a11y` runs it. Print tests belong to both, because paper is a way to read.
    {
      name: 'a11y',
      testMatch: ['tests/a11y/**/*.spec.ts', 'tests/e2e/print.spec.ts'],
      timeout: 10 * minute,
      snapshotPathTemplate: 'tests/fixtures/a11y/transcripts/{arg}{ext}',
    },
  ],
  expect: { timeout: minute / 2 },
  fullyParallel: true,
  workers: 2,
  // A browser can crash on a busy machine. The summary lists tests that pass at the second attempt as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: ensureBrowser(), args: browserFlags },
  },
  webServer: {
    command: 'node commands/serve.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 2 * minute,
  },
});
