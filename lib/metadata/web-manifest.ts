import { inLanguage, type Language } from '../languages/languages.ts';
import { homeKey, pathOf, type Site } from '../site/site.ts';

/** An icon of the site as PNG, made from `public/icon.svg`. */
export interface SiteIcon {
  readonly path: string;
  /** Width and height in pixels. */
  readonly size: number;
  /** The part of the width that the drawing takes; its ground fills the rest. */
  readonly drawing: number;
}

/** The icon of an iOS home screen, which looks for this path by itself (Safari Web Content Guide) and rounds the corners. */
export const touchIcon: SiteIcon = { path: '/apple-touch-icon.png', size: 180, drawing: 0.85 };

/** Icons for browsers that install or pin the site. A system crops the last one to any shape around its inner four fifths. */
const icons = {
  any: [
    { path: '/icon-192.png', size: 192, drawing: 1 },
    { path: '/icon-512.png', size: 512, drawing: 1 },
  ],
  // W3C Web Application Manifest, "Icon masks and safe zone".
  maskable: [{ path: '/icon-maskable-512.png', size: 512, drawing: 0.75 }],
} as const satisfies Readonly<Record<string, readonly SiteIcon[]>>;

/** Every icon that the build makes as a PNG file. */
export const siteIcons: readonly SiteIcon[] = [touchIcon, ...icons.any, ...icons.maskable];

/** The path of the web manifest in a language. */
export function webManifestPath({ code }: Language): string {
  return `/${code}/site.webmanifest`;
}

/**
 * The web manifest in a language (W3C Web Application Manifest): names and icons for the bookmark or home screen of a visitor who
 * reads the site in that language. The site stays in the browser, with its address bar.
 * @param shortName for places that show about twelve characters
 */
export function webManifest(site: Site, language: Language, shortName: string): object {
  return {
    name: inLanguage(site.organisation.name, language.code),
    short_name: shortName,
    lang: language.tag,
    start_url: pathOf(site, homeKey, language.code),
    display: 'browser',
    icons: Object.entries(icons).flatMap(([purpose, list]) =>
      list.map(({ path, size }) => ({ src: path, sizes: `${size}x${size}`, type: 'image/png', purpose })),
    ),
  };
}
