import type { ConsoleMessage, Page } from '@playwright/test';

/** The requests and errors of a page while it is watched. */
export interface Traffic {
  readonly requests: readonly URL[];
  /** Failed requests, error responses, console messages and violations of the content security policy. */
  readonly complaints: readonly string[];
}

/**
 * Watches a page from now on.
 * @param expected whether to ignore the errors of a URL
 */
export async function watchTraffic(page: Page, expected: (path: string) => boolean = () => false): Promise<Traffic> {
  const requests: URL[] = [];
  const complaints: string[] = [];
  const complain = (path: string, words: string) => {
    if (!expected(path)) complaints.push(`${words} (${path})`);
  };
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`The policy forbids ${effectiveDirective} ${blockedURI}`);
    });
  });
  page.on('request', (request) => requests.push(new URL(request.url())));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // A navigation cancels pending requests.
    if (reason !== 'net::ERR_ABORTED') complain(request.url(), `failed: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complain(response.url(), `status ${response.status()}`);
  });
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complain(message.location().url, message.text());
  });
  page.on('pageerror', (error) => complain(page.url(), error.message));
  return { requests, complaints };
}

/** Everything that the pages of the tab have stored in the browser. */
export async function findTraces(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const others = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...databases.map(({ name }) => `IndexedDB ${name}`),
      ...(await caches.keys()).map((key) => `cache ${key}`),
      ...workers.map(({ scope }) => `service worker ${new URL(scope).pathname}`),
    ];
  });
  return [...cookies, ...others];
}
