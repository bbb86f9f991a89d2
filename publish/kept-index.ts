import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

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
  const kept = await read(path.join(folder, name));
  if (kept) return kept;
  const files = await make();
  await write(folder, name, files);
  return files;
}

/** Before the content, its hash, by which a damaged file is known. */
async function read(file: string): Promise<IndexFiles | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || !hashOf(bytes.subarray(32)).equals(bytes.subarray(0, 32))) return null;
  const files = deserialize(bytes.subarray(32)) as ReadonlyMap<string, Uint8Array>;
  return new Map([...files].map(([name, content]) => [name, Buffer.from(content)]));
}

/** What cannot be kept is made again next time: a full disk is not the cache's to report. */
async function write(folder: string, name: string, files: IndexFiles): Promise<void> {
  const content = serialize(files);
  // Under its name only when it is whole.
  const part = path.join(folder, `${name}.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, Buffer.concat([hashOf(content), content]));
    await rename(part, path.join(folder, name));
    const others = (await readdir(folder)).filter((each) => each !== name);
    await Promise.all(others.map((each) => rm(path.join(folder, each), { force: true })));
  } catch {
    await rm(part, { force: true }).catch(() => {});
  }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
