import { defineConfig } from '@playwright/test';
import { browserFlags, ensureBrowser } from './commands/browser.ts';

// Another port lets two working copies run at the same time.
const port = Number(process.env['TEST_PORT'] ?? 3900);

export default defineConfig({
  projects: [
    // What `npm test` runs. A custom element's test stands beside it.
    { name: 'e2e', testMatch: ['tests/e2e/**/*.spec.ts', 'components/**/*.spec.ts'] },
    // What `npm run a11y` runs. Paper is a way to read as well, and soon tested, so `npm test` has it too.
    {
      name: 'a11y',
      testMatch: ['tests/a11y/**/*.spec.ts', 'tests/e2e/print.spec.ts'],
      // Engines look long, and longer on a busy machine.
      timeout: 600_000,
      snapshotPathTemplate: 'tests/fixtures/a11y/transcripts/{arg}{ext}',
    },
  ],
  fullyParallel: true,
  workers: 2,
  // A busy machine makes a browser stumble. A test that passes the second time is named in the summary as flaky.
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
  },
});
