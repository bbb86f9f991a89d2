import { cache } from 'react';
import { type Preview, previewSite } from '#edit/preview.ts';
import { type TwinState, twinStatesOf } from '#edit/translations.ts';
import { siteDay } from '#gate/finding/days.ts';
import { languages } from '#lib/languages/languages.ts';
import type { OpenPoints } from '#lib/records/open-points.ts';
import type { Site } from '#lib/site/site.ts';
import { storedSite } from '#lib/site/stored-site.ts';

const isPreview = process.env.NODE_ENV === 'development';
const root = process.cwd();

// The gate reads content from disk; this import makes the bundler of the preview watch the files.
if (process.env.NODE_ENV === 'development') {
  import.meta.glob(['../content/**/*.yaml', '../content/**/*.mdx'], { query: '?raw', eager: true });
}

/** The site with the errors of its content, for the preview: checked anew at each request, because editors change it. */
export const getPreview: () => Preview = cache(() => previewSite({ root, languages, day: siteDay(process.env) }));

let stored: Site | null = null;

/**
 * The site: in a build the one that the content check stored, in the preview what can be shown of it.
 * @throws Error when nothing can be shown in the preview
 */
export function getSite(): Site {
  if (isPreview) {
    const { site } = getPreview();
    if (!site) throw new Error('The content cannot be shown. Run: npm run check');
    return site;
  }
  stored ??= storedSite(root);
  return stored;
}

/** What only the client can answer, for the preview; null when the file cannot be read. */
export const getOpenPoints: () => OpenPoints | null = () => getPreview().result.content.openPoints.value;

/** The state of the twins of each page, for the preview; available while the content has errors too. */
export const getTwinStates: () => TwinState[][] = cache(() => twinStatesOf(getPreview().result.pageStates));
