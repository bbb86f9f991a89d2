import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { budgets } from './budget.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

interface Forms {
  readonly br: Buffer;
  readonly gz: Buffer;
}

/** Compresses texts; the same text always gives the same bytes. */
export interface Compressor {
  readonly compress: (bytes: Buffer) => Promise<Forms>;
  /** Bytes of a text compressed with brotli, which most browsers accept. */
  readonly lengthOf: (text: string) => Promise<number>;
}

/** Up to this many texts, each is compressed as well as possible. A page is two texts: HTML and Markdown. */
const mostAtBest = 2000;

/** Makes a text 8 % longer than the best quality in a tenth of the time. Quality 9 is as slow as 10 and no shorter than 8. */
const qualityOfMany = 8;

/** How close to the budget of a first answer, as a part of it, a text is compressed at the best quality. */
const closeToBudget = 0.35;

/**
 * The compressor of a site. The best quality of brotli takes most of the time of a large build, so a large site uses a faster one,
 * except for texts that may be close to a budget. The choice depends on the texts alone, so that every machine gives the same bytes.
 * @param texts how many texts the site has
 */
export function compressorFor(texts: number): Compressor {
  const inQuality = (bytes: Buffer, quality: number) =>
    toBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  const brotli = async (bytes: Buffer) => {
    const quick = texts > mostAtBest ? await inQuality(bytes, qualityOfMany) : null;
    const isFarFromBudget = quick && Math.abs(quick.length / budgets.firstAnswer - 1) > closeToBudget;
    return isFarFromBudget ? quick : inQuality(bytes, constants.BROTLI_MAX_QUALITY);
  };
  return {
    async compress(bytes) {
      const gzipped = toGzip(bytes, { level: constants.Z_BEST_COMPRESSION });
      const [br, gz] = await Promise.all([brotli(bytes), gzipped]);
      return { br, gz };
    },
    lengthOf: async (text) => (await brotli(Buffer.from(text))).length,
  };
}
