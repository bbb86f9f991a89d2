import { fold } from '#lib/languages/fold.ts';
import { cardSize } from '#lib/metadata/preview-card.ts';
import { pictureBudget, placeOf } from '#lib/pictures/pictures.ts';
import { type Finding, rule, type SourceFile, startOfFile, suggestionFor } from '../finding/finding.ts';
import { publishedTypes } from '../pictures/facts.ts';
import type { BodyPicture } from '../read/body.ts';
import { type ComponentNode, literalAttributes } from '../read/component-nodes.ts';
import type { PageFile, PictureFile } from '../read/files.ts';
import { megabytes, namePattern, plainName } from './file-names.ts';

/*
 * Pictures beside a page, and the `<Figure>` that shows each.
 */

/** A type that is not published, or a name with the extension of another type. */
export const wrongPictureType = rule({ code: 'C200', severity: 'error', guide: 'pictures' });
export const unusablePicture = rule({ code: 'C201', severity: 'error', guide: 'pictures' });
export const oversizedPicture = rule({ code: 'C202', severity: 'error', guide: 'pictures' });
export const smallPicture = rule({ code: 'C203', severity: 'error', guide: 'pictures' });
export const unusedPicture = rule({ code: 'C204', severity: 'error', guide: 'pictures' });
export const misnamedPicture = rule({ code: 'C205', severity: 'error', guide: 'pictures' });
export const missingPicture = rule({ code: 'C206', severity: 'error', guide: 'pictures' });
/** A Figure with neither a text alternative nor `decorative`, or with both (WCAG 2.2, 1.1.1). */
export const missingAlternative = rule({ code: 'C207', severity: 'error', guide: 'pictures' });
/** A text alternative that repeats the file name or the caption (WCAG 2.2, failure F30). */
export const emptyAlternative = rule({ code: 'C208', severity: 'error', guide: 'pictures' });
/** A picture that seems to contain words, which are no text for screen readers, search and translation (WCAG 2.2, 1.4.5). */
export const pictureOfWords = rule({ code: 'C210', severity: 'warning', guide: 'pictures' });
/** The picture of a shared link: not on the page, decoration, too small, or in one language only. */
export const wrongImage = rule({ code: 'C211', severity: 'error', guide: 'pictures' });
export const heavyPictures = rule({ code: 'C209', severity: 'warning', guide: 'pictures' });

/** The largest file in bytes. The site publishes smaller forms, but every copy of the project keeps this one for ever. */
const maximumBytes = 8 * 1024 * 1024;

/** A larger file is not opened: its finding (C202) lacks what the picture would weigh on a page. */
export const openedBytes = 4 * maximumBytes;

/** C207 and C208: a Figure by itself. */
export function checkAlternative(node: ComponentNode, source: SourceFile): Finding[] {
  const place = source.placeOf(node);
  const values = new Map(literalAttributes(node).map(({ name, value }) => [name, value.trim()]));
  const isDecorative = node.attributes.some((each) => 'name' in each && each.name === 'decorative');
  const alt = values.get('alt') ?? '';
  if (isDecorative) return values.has('alt') ? [missingAlternative.at(place, { kind: 'both' })] : [];
  if (alt === '') return [missingAlternative.at(place, { kind: 'missing' })];
  const [file = '', caption = ''] = ['file', 'caption'].map((name) => values.get(name));
  if (isFileName(alt, file)) return [emptyAlternative.at(place, { kind: 'file', alt })];
  return wordsOf(alt) === wordsOf(caption) ? [emptyAlternative.at(place, { kind: 'caption', alt })] : [];
}

/** Whether a text is the name of a file: of this one, or any with the extension of a picture or a number from a camera. */
function isFileName(text: string, file: string): boolean {
  const stem = file.replace(/\.\w+$/, '');
  return (
    wordsOf(text) === wordsOf(stem) ||
    /^\S+\.(?:avif|gif|heic|jpe?g|png|tiff?|webp)$/i.test(text) ||
    /^(?:img|dsc[nf]?|pxl|p)?[_-]?\d{3,}[\w-]*$/i.test(text)
  );
}

function wordsOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Checks the pictures of all pages: each file, and the Figures that name it. */
export function checkPictures(pictures: readonly PictureFile[], pageFiles: readonly PageFile[]): Finding[] {
  const twinsOf = Map.groupBy(pageFiles, ({ key }) => key);
  const besides = Map.groupBy(pictures, ({ key }) => key);
  return [
    ...pictures.flatMap((picture) => checkFile(picture, twinsOf.get(picture.key) ?? [])),
    ...pageFiles.flatMap((page) => [
      ...checkFigures(page, besides.get(page.key) ?? []),
      ...checkImage(page, besides.get(page.key) ?? [], twinsOf.get(page.key) ?? []),
    ]),
  ];
}

/** C200 to C202, C204 and C205: a file by itself. */
function checkFile({ file, name, bytes, facts }: PictureFile, twins: readonly PageFile[]): Finding[] {
  const place = startOfFile(file);
  if (!namePattern.test(name)) return [misnamedPicture.at(place, { suggestion: plainName(name, 'foto') })];
  if (bytes > maximumBytes) {
    const weight = facts.kind === 'picture' ? kilobytes(facts.weight) : 0;
    return [oversizedPicture.at(place, { size: megabytes(bytes), limit: megabytes(maximumBytes), weight })];
  }
  if (facts.kind === 'type') return [wrongPictureType.at(place, { type: facts.type, suggestion: 'none' })];
  if (facts.kind !== 'picture') return [unusablePicture.at(place, { kind: facts.kind })];
  const [extension = '', ...others] = publishedTypes[facts.type] ?? [];
  const given = name.slice(name.lastIndexOf('.') + 1);
  if (![extension, ...others].includes(given)) {
    const suggestion = `${name.slice(0, -given.length)}${extension}`;
    return [wrongPictureType.at(place, { type: facts.type, suggestion })];
  }
  // A picture with the code of a language in its name is there once in each language, as the guide says for words.
  const words = facts.hasWords && !/-[a-z]{2}\.\w+$/.test(name) ? [pictureOfWords.at(place, { name })] : [];
  const isUsed = twins.some(({ body }) => !body || body.pictures.some((each) => each.name === name));
  return isUsed ? words : [unusedPicture.at(place, { name })];
}

/** C203, C206 and C209: the Figures of a page in one language. */
function checkFigures({ body }: PageFile, pictures: readonly PictureFile[]): Finding[] {
  const figures = body?.pictures ?? [];
  const shown = new Set<PictureFile>();
  const names = pictures.map(({ name }) => name);
  const findings = figures.flatMap((figure) => {
    const file = pictures.find(({ name }) => name === figure.name);
    if (file) {
      shown.add(file);
      return checkSize(figure, file);
    }
    const suggestion = suggestionFor(figure.name, names);
    return [missingPicture.at(figure.place, { name: figure.name, suggestion })];
  });
  const [first] = figures;
  return first ? [...findings, ...checkWeight(first, shown)] : findings;
}

/** C209: a picture that a page shows twice is loaded once. */
function checkWeight({ place }: BodyPicture, pictures: ReadonlySet<PictureFile>): Finding[] {
  const weights = [...pictures].map(({ name, facts }) => ({
    name,
    weight: facts.kind === 'picture' ? facts.weight : 0,
  }));
  const weight = weights.reduce((sum, each) => sum + each.weight, 0);
  if (weight <= pictureBudget) return [];
  const [heaviest] = weights.sort((a, b) => b.weight - a.weight);
  const details = { heaviest: heaviest?.name ?? '', most: kilobytes(heaviest?.weight ?? 0) };
  return [heavyPictures.at(place, { ...details, weight: kilobytes(weight), limit: kilobytes(pictureBudget) })];
}

/** C203: a picture has a pixel for each CSS pixel of its place. */
function checkSize({ place, isWide }: BodyPicture, { name, facts }: PictureFile): Finding[] {
  if (facts.kind !== 'picture') return [];
  const wanted = placeOf({ ...facts, isWide }).width;
  if (facts.width >= wanted) return [];
  return [smallPicture.at(place, { name, width: facts.width, wanted, best: 2 * wanted })];
}

/** C211: the picture of a shared link is on the page, described, large enough, and there in every language. */
function checkImage(
  { frontMatter, body }: PageFile,
  pictures: readonly PictureFile[],
  twins: readonly PageFile[],
): Finding[] {
  const name = frontMatter.value?.image;
  const place = frontMatter.place(['image']);
  const details = { name: name ?? '', suggestion: 'none', ...cardSize };
  if (name === undefined) {
    const isElsewhere = twins.some((twin) => twin.frontMatter.value?.image !== undefined);
    return isElsewhere && frontMatter.value ? [wrongImage.at(place, { ...details, kind: 'missing' })] : [];
  }
  const shown = body?.pictures.find((each) => each.name === name);
  if (!shown) {
    const suggestion = suggestionFor(name, body?.pictures.map((each) => each.name) ?? []);
    return [wrongImage.at(place, { ...details, kind: 'absent', suggestion })];
  }
  if (shown.alt === '') return [wrongImage.at(place, { ...details, kind: 'decorative' })];
  const facts = pictures.find((each) => each.name === name)?.facts;
  const isSmall = facts?.kind === 'picture' && (facts.width < cardSize.width || facts.height < cardSize.height);
  return isSmall ? [wrongImage.at(place, { ...details, kind: 'small' })] : [];
}

const kilobytes = (bytes: number) => Math.round(bytes / 1024);
