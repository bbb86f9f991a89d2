/** Width and height of a preview card in pixels, the proportions that services show uncropped. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * The path under which a page refers to its preview card; publishing replaces it by the fingerprinted one.
 * @param path path of the page: `/nl/over-ons`
 * @param isPhoto whether it is a picture of an editor, instead of a drawn one. No other picture has its extension, so hosts recognise cards
 */
export function cardPath(path: string, isPhoto = false): string {
  return `/cards${path === '/' ? '/index' : path}.${isPhoto ? 'jpeg' : 'png'}`;
}
