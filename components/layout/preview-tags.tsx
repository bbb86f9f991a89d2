import type { Language } from '#lib/languages/languages.ts';
import { cardPath, cardSize } from '#lib/metadata/preview-card.ts';

interface Properties {
  origin: string;
  path: string;
  /** The title without the name of the site. */
  title: string;
  description: string;
  siteName: string;
  /** The words on the card, or what the picture shows. */
  alt: string;
  /** Whether the picture is one of the page, instead of a drawn card. */
  isPhoto?: boolean;
  /** The languages of the site, that of the page first. */
  languages: readonly Language[];
}

/**
 * The tags for the preview of a shared link, which React moves to the head: Open Graph protocol, and what X Cards do not take from it.
 * Next.js would repeat most of them for X.
 */
export function PreviewTags({ origin, path, title, description, siteName, alt, isPhoto, languages }: Properties) {
  const [locale = '', ...alternates] = languages.map(({ tag }) => tag.replace('-', '_'));
  const tags = [
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
  ] as const;
  return tags.map(([name, content]) => (
    <meta key={name + content} {...(name.startsWith('og:') ? { property: name } : { name })} content={content} />
  ));
}
