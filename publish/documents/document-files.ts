import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { allDocuments, documentPath } from '#lib/documents/documents.ts';
import type { Site } from '#lib/site/site.ts';
import type { FilePath } from '../hosts/site-files.ts';

/**
 * The documents of the site as they are, by their address. The gate has read each of them.
 * @param root absolute path of the project
 */
export async function documentFiles(site: Site, root: string): Promise<Map<FilePath, Buffer>> {
  const read = allDocuments(site).map(
    async (document) => [documentPath(document), await readFile(path.join(root, document.file))] as const,
  );
  return new Map(await Promise.all(read));
}
