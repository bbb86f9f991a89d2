import { Fragment } from 'react';

/** An e-mail address as a link that narrow columns may break after `_`, before `@` and before a dot of the domain. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?<=_)|(?=@)|(?<=@.*)(?=\.)/);
  return (
    <a href={`mailto:${address}`} translate="no">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </a>
  );
}
