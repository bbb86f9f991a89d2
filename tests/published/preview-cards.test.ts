import openGraph from 'open-graph-scraper';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { readMessages } from '#lib/languages/read-messages.ts';
import { cardSize } from '#lib/metadata/preview-card.ts';
import { homeKey } from '#lib/site/site.ts';
import { choicePath, htmlOf, publishedPages, root, site } from '../published-site.ts';
import { themeColours } from '../theme-colours.ts';
import { documents, siteFiles } from './site.ts';

const messages = readMessages(`${root}/messages`, languages);
const nameIn = (code: string) => (messages[code] as { organisation: { name: string } }).organisation.name;
const localeOf = (tag: string) => tag.replace('-', '_');

/** What a service that makes previews reads from a page, by an independent parser. */
async function previewOf(pagePath: string) {
  const { error, result } = await openGraph({ html: htmlOf(pagePath) });
  if (error) throw new Error(`${pagePath} cannot be read.`);
  return result;
}

const fileOf = (url: string) => url.replace(site.origin, '');
const previews = await Promise.all(
  publishedPages.map(async (each) => ({ ...each, preview: await previewOf(each.path) })),
);
const choice = await previewOf(choicePath);
const pictures = [...previews.map(({ preview }) => preview), choice].flatMap(({ ogImage = [] }) => ogImage);
const drawn = pictures.filter((each) => each.type === 'image/png');

describe('The preview of a shared link', () => {
  it('has title, summary, canonical URL, site name and locales of its page', () => {
    for (const { page, twin, path: pagePath, preview } of previews) {
      const { tag } = languageOf(twin.language);
      const siteName = nameIn(twin.language);
      const title = page.key === homeKey ? siteName : twin.title;
      expect.soft(preview, pagePath).toMatchObject({
        ogTitle: title,
        ogDescription: twin.summary,
        ogUrl: site.origin + pagePath,
        ogType: 'website',
        ogSiteName: siteName,
        ogLocale: localeOf(tag),
        twitterCard: 'summary_large_image',
      });
      const others = languages.filter((each) => each.tag !== tag).map((each) => localeOf(each.tag));
      expect.soft([preview.ogLocaleAlternate ?? []].flat(), pagePath).toEqual(others);
    }
  });

  it('has one picture with an absolute URL, its size, type, and the words on it or what it shows', () => {
    for (const { twin, path: pagePath, preview } of previews) {
      expect.soft(preview.ogImage, pagePath).toEqual([
        {
          url: expect.stringMatching(
            twin.image
              ? /^https:\/\/[^/]+\/assets\/[a-z0-9-]+\.[0-9a-f]{10}\.jpeg$/
              : /^https:\/\/[^/]+\/assets\/[a-z0-9-]+\.[0-9a-f]{10}\.png$/,
          ),
          width: String(cardSize.width),
          height: String(cardSize.height),
          alt: twin.image?.alt ?? `${twin.title} – ${nameIn(twin.language)}`,
          type: twin.image ? 'image/jpeg' : 'image/png',
        },
      ]);
    }
  });

  it('names all languages on the choice of language', () => {
    const names = languages.map(({ code }) => nameIn(code)).join(' – ');
    expect(choice).toMatchObject({
      ogTitle: names,
      ogSiteName: names,
      ogUrl: site.origin + choicePath,
      ogImage: [{ alt: names, url: expect.stringContaining('/assets/index.') }],
    });
  });
});

describe('A preview card', () => {
  it('is a published file of its own, and every published picture belongs to a page', () => {
    const named = new Set(pictures.map(({ url }) => fileOf(url)));
    const published = [...siteFiles.keys()].filter((file) => /^\/assets\/.*\.(?:png|jpe?g)$/.test(file));
    const html = documents.map((document) => document.html).join();
    expect(named.size).toBe(previews.length + 1);
    expect([...named].filter((file) => !published.includes(file))).toEqual([]);
    expect(published.filter((file) => !html.includes(file))).toEqual([]);
  });

  it('is a JPEG of the size that its page states when it is a picture of the page', async () => {
    for (const { url } of pictures.filter((each) => each.type === 'image/jpeg')) {
      const { format, width, height } = await sharp(siteFiles.get(fileOf(url))).metadata();
      expect.soft({ format, width, height }, url).toEqual({ format: 'jpeg', ...cardSize });
    }
  });

  it('is a PNG of the size that its page states, of at most 40 KB, when it is drawn', async () => {
    for (const { url } of drawn) {
      const bytes = siteFiles.get(fileOf(url)) ?? Buffer.alloc(0);
      const { format, width, height } = await sharp(bytes).metadata();
      expect.soft({ format, width, height }, url).toEqual({ format: 'png', ...cardSize });
      expect.soft(bytes.length, url).toBeLessThan(40 * 1024);
    }
  });

  it('has the hairline on top, the house number, and a title that stays inside its margins', async () => {
    const { light } = themeColours();
    for (const { url } of drawn) {
      const card = sharp(siteFiles.get(fileOf(url)));
      const { data } = await card.removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => {
        const start = 3 * (y * cardSize.width + x);
        return data.subarray(start, start + 3);
      };
      const hairline = [100, 600, 1100].map((x) => at(x, 5));
      expect
        .soft(
          distance(
            hairline.flatMap((colour) => [...colour]),
            [0, 0, 0, 253, 218, 36, 239, 51, 64],
          ),
          url,
        )
        .toBeLessThan(8);
      expect.soft(distance([...at(76, 505)], rgb(light['plate'] ?? '')), url).toBeLessThan(4);
      expect.soft(inkIn(at, [0, 14, cardSize.width, 60]), `${url}, above the title`).toBe(0);
      expect.soft(inkIn(at, [0, 14, 60, 450]), `${url}, left of the title`).toBe(0);
      expect.soft(inkIn(at, [1140, 14, cardSize.width, 450]), `${url}, right of the title`).toBe(0);
      expect.soft(inkIn(at, [60, 60, 1140, 450]), `${url}, title`).toBeGreaterThan(2000);
    }
  });
});

type PixelAt = (x: number, y: number) => Uint8Array;

/** The number of pixels that are darker than half-way between paper and ink. */
function inkIn(at: PixelAt, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  let dark = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if ((at(x, y)[1] ?? 255) < 128) dark++;
  }
  return dark;
}

function rgb(colour: string): number[] {
  return (colour.match(/[\da-f]{2}/g) ?? []).map((digits) => Number.parseInt(digits, 16));
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0))));
}
