import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The two compressed forms of a text. */
export interface Forms {
  readonly br: Buffer;
  readonly gz: Buffer;
}

/** Compresses a text; the same input always gives the same bytes. */
export type Compress = (bytes: Buffer) => Promise<Forms>;

/**
 * How texts are compressed. The best that brotli can takes most of the time of a large build; level 8 makes a text 8 % longer in a
 * tenth of the time. By the number of texts, and by nothing that changes from machine to machine.
 * @param texts how many texts the site has
 */
export function compressorFor(texts: number): Compressor {
  const quality = texts > mostAtBest ? qualityOfMany : constants.BROTLI_MAX_QUALITY;
  const brotli = (bytes: Buffer) =>
    toBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  const compress: Compress = atMost(inFlight, async (bytes: Buffer) => {
    const gzipped = toGzip(bytes, { level: constants.Z_BEST_COMPRESSION });
    const [br, gz] = await Promise.all([brotli(bytes), gzipped]);
    return { br, gz };
  });
  const lengthOf = atMost(inFlight, async (text: string) => (await brotli(Buffer.from(text))).length);
  // Changes when the same text would be compressed in another way: other settings, or another version of the compressors.
  return {
    compress,
    lengthOf,
    recipe: `2 ${quality} ${process.versions['brotli']} ${process.versions['zlib']}`,
  };
}

/** Node.js compresses four texts at once; each one that waits for its turn inside Node.js holds the memory of a compressor. */
const inFlight = 8;

/** The same work, begun only so many times at once; the others wait in the order in which they were asked for. */
function atMost<In, Out>(limit: number, work: (value: In) => Promise<Out>): (value: In) => Promise<Out> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (value) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work(value);
    } finally {
      // Whoever is next takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** A way to compress, and a name that no other way has. */
export interface Compressor {
  readonly compress: Compress;
  /** Bytes of a text as most browsers get it. */
  readonly lengthOf: (text: string) => Promise<number>;
  readonly recipe: string;
}

/** Level 9 makes a page no shorter than 8, and takes as long as 10: it prepares tables for texts that are far longer. */
const qualityOfMany = 8;

/** Up to so many texts, each is compressed as well as can be. */
const mostAtBest = 1000;

/** Before the two forms: the hash of all that follows, by which a damaged file is known, and the length of the first form. */
const head = 32 + 4;

/** Keeps what was compressed, by the hash of the text, so that a text that did not change is not compressed again. */
export class CompressionCache {
  readonly #folder: string;
  readonly #compressor: Compressor;
  readonly #used = new Set<string>();
  #reused = 0;

  /** @param folder it may be deleted at any time */
  constructor(folder: string, compressor: Compressor) {
    this.#folder = folder;
    this.#compressor = compressor;
  }

  /** How many texts were found. */
  get reused(): number {
    return this.#reused;
  }

  readonly compress: Compress = async (bytes) => {
    const name = createHash('sha256').update(this.#compressor.recipe).update(bytes).digest('hex');
    this.#used.add(name);
    const kept = await this.#read(name);
    if (kept) {
      this.#reused += 1;
      return kept;
    }
    const forms = await this.#compressor.compress(bytes);
    await this.#write(name, forms);
    return forms;
  };

  /** Removes what the present build did not use. */
  async prune(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const surplus = names.filter((name) => !this.#used.has(name));
    await Promise.all(surplus.map((name) => rm(path.join(this.#folder, name), { force: true })));
  }

  async #read(name: string): Promise<Forms | null> {
    const kept = await readFile(path.join(this.#folder, name)).catch(() => null);
    if (!kept || kept.length < head || !hashOf(kept.subarray(32)).equals(kept.subarray(0, 32))) return null;
    const end = head + kept.readUInt32LE(32);
    return { br: kept.subarray(head, end), gz: kept.subarray(end) };
  }

  /** What cannot be kept is made again next time: a full disk is not the cache's to report. */
  async #write(name: string, { br, gz }: Forms): Promise<void> {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(br.length);
    const content = Buffer.concat([length, br, gz]);
    const file = path.join(this.#folder, name);
    // Under its name only when it is whole.
    const part = `${file}.${process.pid}`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(part, Buffer.concat([hashOf(content), content]));
      await rename(part, file);
    } catch {
      await rm(part, { force: true }).catch(() => {});
    }
  }
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
