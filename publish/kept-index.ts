import { deserialize, serialize } from 'node:v8';
import { keep, keepOnly, kept } from '../lib/kept.ts';

/** Files by their path in a folder of their own. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

/**
 * The index that an earlier build made of the very same, or a new one, which is kept in its place.
 * @param folder where it is kept; it may be deleted at any time
 * @param name a hash of all that the index is made of
 */
export async function keptIndex(
  folder: string,
  name: string,
  make: () => Promise<IndexFiles>,
): Promise<IndexFiles> {
  const bytes = kept(folder, name);
  if (bytes) {
    const files = deserialize(bytes) as ReadonlyMap<string, Uint8Array>;
    return new Map([...files].map(([path, content]) => [path, Buffer.from(content)]));
  }
  const files = await make();
  keep(folder, name, serialize(files));
  keepOnly(folder, new Set([name]));
  return files;
}
