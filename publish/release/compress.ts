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
  return { compress, lengthOf };
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

/** How the texts of a site are compressed. */
export interface Compressor {
  readonly compress: Compress;
  /** Bytes of a text as most browsers get it. */
  readonly lengthOf: (text: string) => Promise<number>;
}

/** Level 9 makes a page no shorter than 8, and takes as long as 10: it prepares tables for texts that are far longer. */
const qualityOfMany = 8;

/** Up to so many texts, each is compressed as well as can be. */
const mostAtBest = 1000;
