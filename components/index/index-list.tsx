import type { IndexEntry } from '#lib/search/alphabetical.ts';

/** An alphabetical list, like the index at the back of a book: what is looked up, as a link, and beside it where that leads. */
export function IndexList({ className = '', entries }: { className?: string; entries: readonly IndexEntry[] }) {
  return (
    <ul className={`index ${className}`} data-search="skip">
      {entries.map(({ href, text, see }) => (
        <li key={text + href}>
          <a href={href}>{text}</a> {see && <span>{see}</span>}
        </li>
      ))}
    </ul>
  );
}
