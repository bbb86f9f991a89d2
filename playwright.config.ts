import { defineConfig } from '@playwright/test';
import { browserFlags, ensureBrowser } from './scripts/browser.ts';

// Another port lets two working copies run at the same time.
const port = Number(process.env['TEST_PORT'] ?? 3900);

export default defineConfig({
  // A custom element's test stands beside it.
  testMatch: ['tests/e2e/**/*.spec.ts', 'components/**/*.spec.ts'],
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: ensureBrowser(), args: browserFlags },
  },
  webServer: {
    command: 'node publish/server/serve.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
