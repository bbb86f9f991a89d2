import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { isText, mediaTypeOf } from '#lib/site/media-types.ts';
import type { FilePath } from '../hosts/site-files.ts';
import { concurrency } from '../steps.ts';
import type { Compressor } from './compress.ts';

/** A file below `out/site`, as `out/manifest.json` lists it. */
export interface WrittenFile {
  readonly path: FilePath;
  readonly bytes: number;
  readonly sha256: string;
  /** Media type of the uncompressed file. */
  readonly type: string;
}

/**
 * Writes every file of the site, and the two compressed forms of each text beside it.
 * @param files the content of each file, by path
 */
export async function writeSite(
  folder: string,
  files: ReadonlyMap<FilePath, Buffer>,
  { compress }: Compressor,
): Promise<WrittenFile[]> {
  const writeForms = async ([file, bytes]: [FilePath, Buffer]): Promise<WrittenFile[]> => {
    const forms: [FilePath, Buffer][] = [[file, bytes]];
    if (isText(file)) {
      const { br, gz } = await compress(bytes);
      forms.push([`${file}.br`, br], [`${file}.gz`, gz]);
    }
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    for (const [name, content] of forms) await writeFile(path.join(folder, name), content);
    return forms.map(([name, content]) => ({
      path: name,
      bytes: content.length,
      sha256: hash('sha256', content),
      type: mediaTypeOf(file) ?? '',
    }));
  };
  const written: WrittenFile[][] = await Readable.from(files).map(writeForms, { concurrency }).toArray();
  return written.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
