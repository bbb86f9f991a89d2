import { toScript } from '#lib/metadata/structured-data.ts';

/** Data for machines (JSON-LD), which no browser runs. */
export function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScript(data) }} />;
}
