import { expect, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { webManifestPath } from '#lib/metadata/web-manifest.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';

for (const language of languages) {
  test(`a browser reads the web manifest of ${language.name} without a complaint`, async ({ page, baseURL }) => {
    await page.goto(twinOf(pageOf(site, homeKey), language.code).path);
    const session = await page.context().newCDPSession(page);
    const { url, errors, data = '' } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${baseURL}${webManifestPath(language)}`);
    expect(errors).toEqual([]);
    expect(JSON.parse(data)).toMatchObject({ lang: language.tag });
  });
}
