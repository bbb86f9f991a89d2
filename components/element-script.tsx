import { elementPath } from '#lib/site/element-path.ts';

/** The module of `<name>`. React hoists it to the head and removes duplicates, only of `async` scripts; publishing removes `async`. */
export function ElementScript({ name }: { name: string }) {
  return <script type="module" async src={elementPath(name)} />;
}
