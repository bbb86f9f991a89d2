import type { Language } from '../languages/languages.ts';
import type { Site } from '../site/site.ts';

/** Width and height of a preview card in pixels, the proportions that services show uncropped. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * The path under which a page refers to its preview card; publishing replaces it by the fingerprinted one.
 * @param path path of the page: `/nl/over-ons`
 * @param isPhoto whether it is a picture of an editor, instead of a drawn one. No other picture has its extension, so hosts recognise cards
 */
export function cardPath(path: string, isPhoto = false): string {
  return `/cards${path === '/' ? '/index' : path}.${isPhoto ? 'jpeg' : 'png'}`;
}

/** What the preview of a shared link shows. */
export interface Preview {
  readonly path: string;
  /** The title without the name of the site. */
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  /** The words on the card, or what the picture shows. */
  readonly alt: string;
  /** Whether the picture is one of the page, instead of a drawn card. */
  readonly isPhoto?: boolean;
  /** The languages of the site, that of the page first. */
  readonly languages: readonly Language[];
}

/** The tags for the preview of a shared link, by property: Open Graph protocol, and what X Cards do not take from it. */
export function previewTags({ origin }: Site, preview: Preview): readonly (readonly [string, string])[] {
  const { path, title, description, siteName, alt, isPhoto = false, languages } = preview;
  const [locale = '', ...alternates] = languages.map(({ tag }) => tag.replace('-', '_'));
  return [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', origin + path],
    ['og:site_name', siteName],
    ['og:locale', locale],
    ...alternates.map((each) => ['og:locale:alternate', each] as const),
    ['og:image', origin + cardPath(path, isPhoto)],
    ['og:image:type', isPhoto ? 'image/jpeg' : 'image/png'],
    ['og:image:width', String(cardSize.width)],
    ['og:image:height', String(cardSize.height)],
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
    ['twitter:image:alt', alt],
  ];
}
