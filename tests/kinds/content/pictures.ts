import { cpSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#lib/languages/languages.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/pictures');

/** A wide page with all pictures, and a page with one column of text with the first two. */
export const pagesWithPictures = ['about', 'legal'] as const;

/** Every format, orientation and colour space, a picture with private data and one with data after its end. */
export const shownPictures = [
  'photo.jpg',
  'photo.png',
  'photo.webp',
  'photo.avif',
  'upright.jpg',
  'turned.jpg',
  'gps.jpg',
  'cmyk.jpg',
  'p3.png',
  'transparent.png',
  'polyglot.jpg',
] as const;

const words: Readonly<Record<string, { readonly alt: string; readonly caption: string }>> = {
  nl: { alt: 'Groene heuvels onder een lage zon.', caption: 'De heuvels in de zomer.' },
  fr: { alt: 'Des collines vertes sous un soleil bas.', caption: 'Les collines en été.' },
};

/** Adds the pictures to pages of a copy of the project, in every language. */
export function addPictures(copy: ProjectCopy): void {
  for (const key of pagesWithPictures) {
    const folder = `content/pages/${key}`;
    const names = shownPictures.slice(0, key === 'legal' ? 2 : undefined);
    for (const name of names) cpSync(path.join(fixtures, name), path.join(copy.root, folder, name));
    for (const { code } of languages) {
      const file = `${folder}/${code}.mdx`;
      const text = copy.read(file).replace(/^template:/m, `image: ${shownPictures[0]}\n$&`);
      copy.write(file, `${text}\n${figuresIn(code, names)}\n`);
    }
  }
}

function figuresIn(language: string, names: readonly string[]): string {
  const { alt = '', caption = '' } = words[language] ?? {};
  return names
    .map((name, index) => {
      const description = index === 1 ? 'decorative' : `alt="${alt}"`;
      const licence = index === 0 ? 'cc-by-4.0' : 'all-rights-reserved';
      const wide = index === 2 ? ' wide' : '';
      return `<Figure file="${name}"${wide} ${description} caption="${caption}" credit="Ann Peeters" licence="${licence}" />`;
    })
    .join('\n\n');
}
