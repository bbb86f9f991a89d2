import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isText } from '#lib/site/media-types.ts';
import { immutablePrefix } from '#publish/hosts/headers.ts';
import type { Weight } from '#publish/release/weight.ts';
import type { Files } from '../site.ts';
import { urlsInCss } from './origin.ts';

/** An entry of `manifest.json`. */
export interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
}

/** Where the manifest and the files on disk differ. */
export function manifestFaults(entries: readonly Entry[], files: Files): string[] {
  const listed = new Set(entries.map(({ path }) => path));
  return [
    ...(listed.size === entries.length ? [] : ['a file is listed twice']),
    ...[...files.keys()].filter((file) => !listed.has(file)).map((file) => `${file} is not listed`),
    ...entries.flatMap(({ path, bytes, sha256, type }) => {
      const content = files.get(path);
      if (!content) return [`${path} does not exist`];
      return [
        ...(content.length === bytes ? [] : [`${path} has ${content.length} bytes, not ${bytes}`]),
        ...(hashOf(content) === sha256 ? [] : [`${path} has another sha256`]),
        ...(/^[\w.+-]+\/[\w.+-]+(; header=present)?(; charset=utf-8)?$/.test(type)
          ? []
          : [`${path} has the type "${type}"`]),
      ];
    }),
  ];
}

const forms: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['.br', brotliDecompressSync],
  ['.gz', gunzipSync],
];

/** Compressed forms that are missing, that do not decompress to their text, or that have no text. */
export function compressionFaults(files: Files): string[] {
  return [...files].flatMap(([file, bytes]) => {
    const plain = file.replace(/\.(br|gz)$/, '');
    if (plain !== file) return files.has(plain) && isText(plain) ? [] : [`${file} has no text`];
    if (!isText(file)) return [];
    return forms.flatMap(([suffix, decompress]) => {
      const compressed = files.get(file + suffix);
      if (!compressed) return [`${file} has no ${suffix}`];
      return restores(compressed, decompress, bytes) ? [] : [`${file}${suffix} is not ${file}`];
    });
  });
}

function restores(compressed: Buffer, decompress: (bytes: Buffer) => Buffer, bytes: Buffer): boolean {
  try {
    return decompress(compressed).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * Immutable files whose address does not change with their content. The name of a file has the hash of the file; the name of a
 * folder has the hash of all its files and their names.
 */
export function fingerprintFaults(files: Files): string[] {
  const kept = [...files].filter(([file]) => file.startsWith(immutablePrefix) && !/\.(br|gz)$/.test(file));
  const folders = Map.groupBy(kept, ([file]) => /^\/assets\/[^/]+\//.exec(file)?.[0] ?? '');
  const alone = (folders.get('') ?? []).flatMap(([file, bytes]) => {
    const [, hash] = /^\/assets\/[^/]+\.([0-9a-f]{10,64})\.[a-z0-9]+$/.exec(file) ?? [];
    if (!hash) return [`${file} has no hash in its name`];
    return hashOf(bytes).startsWith(hash) ? [] : [`${file} has another hash than its content`];
  });
  const together = [...folders].flatMap(([folder, members]) => {
    if (folder === '') return [];
    const [, hash] = /\.([0-9a-f]{10,64})\/$/.exec(folder) ?? [];
    if (!hash) return [`${folder} has no hash in its name`];
    const content = members
      .map(([file, bytes]) => `${file.slice(folder.length)} ${hashOf(bytes)}\n`)
      .sort()
      .join('');
    return hashOf(content).startsWith(hash) ? [] : [`${folder} has another hash than its content`];
  });
  return [...alone, ...together];
}

/** Fonts that a page preloads and does not use. */
export function unusedFonts(preloaded: readonly string[], css: string): string[] {
  const used = urlsInCss(css);
  return preloaded.filter((font) => !used.includes(font));
}

/** The bytes of a page, as far as they are checked. */
export type Sizes = Pick<Weight, 'path' | 'document' | 'documentStyle' | 'script'>;

/** Pages that are reported with wrong bytes, or not at all. */
export function weightFaults(weights: readonly Sizes[], sizes: ReadonlyMap<string, Omit<Sizes, 'path'>>): string[] {
  const weighed = new Set(weights.map(({ path }) => path));
  return [
    ...[...sizes.keys()].filter((path) => !weighed.has(path)).map((path) => `${path} is not weighed`),
    ...weights.flatMap((weight) =>
      (['document', 'documentStyle', 'script'] as const)
        .filter((kind) => sizes.get(weight.path)?.[kind] !== weight[kind])
        .map((kind) => `${weight.path} has ${sizes.get(weight.path)?.[kind]} bytes of ${kind}, not ${weight[kind]}`),
    ),
  ];
}

export function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
