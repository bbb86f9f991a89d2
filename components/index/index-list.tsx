/** An entry of an index: what is looked up, as a link, and beside it where that leads. */
interface Entry {
  readonly href: string;
  readonly text: string;
  readonly see: string | null;
}

/** An alphabetical list, like the index at the back of a book. */
export function IndexList({ className = '', entries }: { className?: string; entries: readonly Entry[] }) {
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
