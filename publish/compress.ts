import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { keep, keepOnly, kept } from '../lib/kept.ts';

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

/** Before the two forms: the length of the first. */
const lengthBytes = 4;

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
    const found = kept(this.#folder, name);
    if (found) {
      this.#reused += 1;
      return formsIn(found);
    }
    const forms = await this.#compressor.compress(bytes);
    keep(this.#folder, name, bytesOf(forms));
    return forms;
  };

  /** Removes what the present build did not use. */
  prune(): void {
    keepOnly(this.#folder, this.#used);
  }
}

function bytesOf({ br, gz }: Forms): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(br.length);
  return Buffer.concat([length, br, gz]);
}

function formsIn(bytes: Buffer): Forms {
  const end = lengthBytes + bytes.readUInt32LE(0);
  return { br: bytes.subarray(lengthBytes, end), gz: bytes.subarray(end) };
}
