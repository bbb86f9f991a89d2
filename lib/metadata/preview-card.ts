import type { Metadata } from 'next';
import type { Language } from '../languages/languages.ts';

/** Width and height of a preview card in pixels, the proportions that services show uncropped. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * The path under which a page refers to its preview card; publishing replaces it by the fingerprinted one.
 * @param path path of the page: `/nl/over-ons`
 */
export function cardPath(path: string): string {
  return `/cards${path === '/' ? '/index' : path}.png`;
}

/** What a preview of a page shows. */
export interface Preview {
  readonly path: string;
  /** The title without the name of the site. */
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  /** The words on the card. */
  readonly alt: string;
  /** The language of the page; absent when the page is in all languages. */
  readonly language?: Language;
  readonly languages: readonly Language[];
}

/**
 * The metadata from which messengers and social networks make the preview of a shared link (Open Graph protocol, X Cards). Relative
 * URLs are resolved with `metadataBase`.
 */
export function previewMetadata(preview: Preview): Pick<Metadata, 'openGraph' | 'twitter'> {
  const { path, title, description, siteName, alt, languages } = preview;
  const [language = preview.language, ...others] = [
    ...languages.filter(({ code }) => code === preview.language?.code),
    ...languages.filter(({ code }) => code !== preview.language?.code),
  ];
  return {
    openGraph: {
      type: 'website',
      url: path,
      title,
      description,
      siteName,
      locale: language && localeOf(language),
      alternateLocale: others.map(localeOf),
      images: [{ url: cardPath(path), ...cardSize, alt, type: 'image/png' }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

/** A language as Open Graph writes it: `nl_BE`. */
function localeOf({ tag }: Language): string {
  return tag.replace('-', '_');
}
