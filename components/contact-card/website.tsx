/** A link to a website, with its host as text. */
export function Website({ url }: { url: string }) {
  return (
    <a href={url} translate="no">
      {new URL(url).host.replace(/^www\./, '')}
    </a>
  );
}
