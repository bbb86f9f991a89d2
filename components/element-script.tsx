import { elementPath } from '#lib/site/element-path.ts';

/**
 * The module of a custom element. Each component that renders `<name>` renders this too; React moves it to the head of the
 * page, once, however often it stands there, which it does only for `async` ones. Publishing takes that word away again.
 */
export function ElementScript({ name }: { name: string }) {
  return <script type="module" async src={elementPath(name)} />;
}
