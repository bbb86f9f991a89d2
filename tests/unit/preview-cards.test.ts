import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { indexedPng } from '#publish/cards/indexed-png.ts';
import { letteringIn } from '#publish/cards/lettering.ts';
import { cardPainter, colours } from '#publish/cards/preview-card.ts';
import { setTitle } from '#publish/cards/title-lines.ts';
import { themeColours } from '../theme-colours.ts';

const folder = path.resolve(import.meta.dirname, '../../public');
const serif = await letteringIn(path.join(folder, 'fonts/newsreader.woff2'));
const box = { width: 1056, height: 330, largest: 150, lineHeight: 1.06 };
const set = (...paragraphs: string[]) => setTitle(paragraphs, box, serif.widthOf);

describe('A title on a preview card', () => {
  it('is as large as possible when it is short', () => {
    expect(set('ICT')).toEqual({ lines: ['ICT'], size: box.largest });
  });

  it.each([
    'Institutions culturelles et services auprès de la Chancellerie',
    'Toegankelijkheidsverklaring',
    'Hottentottententententoonstellingsmakersopleidingsprogramma',
    'Commission permanente de contrôle linguistique et traitement des demandes d’accès aux documents '.repeat(3),
  ])('fits into its box: %s', (title) => {
    const { lines, size } = set(title.trim());
    expect(lines.join(' ')).toBe(title.trim());
    expect(Math.max(...lines.map((line) => serif.widthOf(line) * size))).toBeLessThanOrEqual(box.width);
    expect(lines.length * size * box.lineHeight).toBeLessThanOrEqual(box.height);
  });

  it('has lines of similar length', () => {
    const { lines } = set('Institutions culturelles et services auprès de la Chancellerie');
    const widths = lines.map(serif.widthOf);
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
  });

  it('never breaks at a no-break space', () => {
    const title = 'Les missions de la Chancellerie :\u00a0quoi\u00a0?'.replace(' :', '\u00a0:');
    expect(set(title).lines.join(' ')).toBe(title);
    expect(set(title).lines.every((line) => !/^[:?]/.test(line))).toBe(true);
  });

  it('has as many lines in one language as in the other', () => {
    const names = ['Kanselarij', 'Chancellerie du Premier Ministre de Belgique et des Belges'];
    expect(set(...names).lines).toEqual(names);
  });
});

describe('Lettering', () => {
  it('has an outline for every letter, and none for a character that the font lacks', () => {
    const pathsIn = (text: string) => serif.outlinesOf(text, 10, 0, 0).match(/ d="M/g)?.length ?? 0;
    expect(pathsIn('ÀÇÉŒœfi€')).toBe(8);
    expect(pathsIn('漢字')).toBe(0);
  });

  it('kerns', () => {
    expect(serif.widthOf('AV')).toBeLessThan(serif.widthOf('A') + serif.widthOf('V'));
  });
});

describe('A PNG of few colours', () => {
  const palette = [
    [255, 255, 255],
    [20, 22, 31],
    [35, 48, 140],
  ] as const;

  it('has the colour of the palette in every pixel, as another program reads it', async () => {
    const pixels = Uint8Array.from([0, 1, 2, 0, 2, 2, 1, 1]);
    const png = await indexedPng(pixels, 4, palette);
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([4, 2]);
    expect([...data]).toEqual([...pixels].flatMap((index) => palette[index] ?? []));
  });
});

describe('A preview card', () => {
  const words = { title: ['Qui fait quoi ?'], kind: 'Service public fédéral', name: 'Chancellerie' };

  it('has the same bytes for the same words, and others for other words', async () => {
    const [one, two] = [await cardPainter(folder), await cardPainter(folder)];
    const card = await one(words);
    expect(card.equals(await two(words))).toBe(true);
    expect(card.equals(await one({ ...words, title: ['Qui fait quoi'] }))).toBe(false);
  });

  it('has the colours of the light scheme', () => {
    const { light } = themeColours();
    const { paper, ink, soft, plate } = colours;
    expect({ paper, ink, soft, plate }).toEqual({
      paper: light['paper'],
      ink: light['ink'],
      soft: light['soft'],
      plate: light['plate'],
    });
  });
});
