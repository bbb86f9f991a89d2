import { hash } from 'node:crypto';

/** Paths of files that are published with their hash in the path, so that caches can keep them for a year. */
const fingerprinted =
  /\/fonts\/[\w-]+\.woff2|\/icon\.svg|\/elements\/[\w-]+\.js|\/search-[a-z]+\.json|\/cards\/[\w/-]+\.(?:png|jpeg)|\/pictures\/[\w/-]+\.(?:avif|webp|jpg|png)/g;
const isFingerprinted = new RegExp(`^(?:${fingerprinted.source})$`);

/** Hexadecimal digits of the hash in a path. */
const hashLength = 10;

/** Files by their new path, and the new path of each old one. */
export interface Fingerprinted {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Moves files that change rarely to `/assets/<name>.<hash>.<extension>`, and leaves other files where they are. */
export function fingerprint(files: ReadonlyMap<string, Buffer>): Fingerprinted {
  const moved = new Map<string, Buffer>();
  const renamed = new Map<string, string>();
  for (const [path, bytes] of files) {
    const [, name, extension] = /([^/]+)\.([^./]+)$/.exec(path) ?? [];
    if (!isFingerprinted.test(path) || !name || !extension) {
      moved.set(path, bytes);
      continue;
    }
    const target = `/assets/${name}.${hash('sha256', bytes).slice(0, hashLength)}.${extension}`;
    moved.set(target, bytes);
    renamed.set(path, target);
  }
  return { files: moved, renamed };
}

/** Replaces every old path in a text by the new one. */
export function renameIn(text: string, renamed: ReadonlyMap<string, string>): string {
  return text.replace(fingerprinted, (path) => renamed.get(path) ?? path);
}
