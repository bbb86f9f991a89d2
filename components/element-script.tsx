import { elementPath } from '#lib/site/element-path.ts';

/**
 * The module of a custom element, rendered by each component that renders `<name>`. React hoists it to the head of the page and
 * removes duplicates, which it does only for `async` scripts. Publishing removes `async` again.
 */
export function ElementScript({ name }: { name: string }) {
  return <script type="module" async src={elementPath(name)} />;
}
