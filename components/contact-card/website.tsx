/** A website, named by its host. */
export function Website({ address }: { address: string }) {
  return (
    <a href={address} translate="no">
      {new URL(address).host.replace(/^www\./, '')}
    </a>
  );
}
