import { toScript } from '#lib/metadata/structured-data.ts';

/** Structured data in a script element that browsers do not run. */
export function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScript(data) }} />;
}
