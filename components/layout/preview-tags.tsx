import { type Preview, previewTags } from '#lib/metadata/preview-card.ts';
import type { Site } from '#lib/site/site.ts';

/** The tags for the preview of a shared link, which React moves to the head. Next.js would repeat most of them for X. */
export function PreviewTags({ site, preview }: { site: Site; preview: Preview }) {
  return previewTags(site, preview).map(([property, content]) => (
    <meta
      key={property + content}
      {...(property.startsWith('og:') ? { property } : { name: property })}
      content={content}
    />
  ));
}
