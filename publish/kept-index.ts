import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { keep, keepOnly, kept } from '../lib/kept.ts';

/** Files by their path in a folder of their own. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

/** Gives the index that an earlier build made of the very same sources, or makes a new one. */
export type KeepIndex = (sources: string, make: () => Promise<IndexFiles>) => Promise<IndexFiles>;

/** The indexes that earlier builds made, by all that they are made of. */
export class IndexCache {
  /** How many indexes were there already. */
  reused = 0;
  readonly #folder: string;
  readonly #maker: Buffer;
  readonly #used = new Set<string>();

  /**
   * @param folder where indexes are kept; it may be deleted at any time
   * @param maker what changes with the program that makes them
   */
  constructor(folder: string, maker: Buffer) {
    this.#folder = folder;
    this.#maker = maker;
  }

  readonly keep: KeepIndex = async (sources, make) => {
    const name = createHash('sha256').update(this.#maker).update(sources).digest('hex');
    this.#used.add(name);
    const bytes = kept(this.#folder, name);
    if (bytes) {
      this.reused += 1;
      const files = deserialize(bytes) as ReadonlyMap<string, Uint8Array>;
      return new Map([...files].map(([path, content]) => [path, Buffer.from(content)]));
    }
    const files = await make();
    keep(this.#folder, name, serialize(files));
    return files;
  };

  /** Forgets the indexes that this build did not ask for. */
  prune(): void {
    keepOnly(this.#folder, this.#used);
  }
}
