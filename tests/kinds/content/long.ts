import { languages } from '#lib/languages/languages.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';
import { sentence, syllables, words } from '../../long-text.ts';

/* More than fits into a round trip: a page of ten thousand words, and sixty units in the directory. */

/** The page that becomes long. */
export const longPage = 'missions';

/** How many units the directory has at least. */
export const manyUnits = 60;

const units: Readonly<Record<string, string>> = { nl: 'Dienst', fr: 'Service' };

/** Makes one page long and the directory large, in every language. */
export function addLongContent(copy: ProjectCopy): void {
  for (const { code } of languages) {
    const file = `content/pages/${longPage}/${code}.mdx`;
    copy.write(file, `${copy.read(file)}\n${chapters(code)}\n`);
  }
  for (let index = 0; index < manyUnits; index++) {
    copy.write(`content/contacts/unit-${letters(index)}.yaml`, unit(index));
  }
}

/** Twenty chapters of fifty sentences, with about eleven words each. */
function chapters(language: string): string {
  return Array.from({ length: 20 }, (_, chapter) => {
    const paragraphs = Array.from({ length: 10 }, (_, paragraph) =>
      Array.from({ length: 5 }, (_, index) => sentence(language, chapter * 50 + paragraph * 5 + index)).join(' '),
    );
    return [`## ${title(language, chapter)}`, ...paragraphs].join('\n\n');
  }).join('\n\n');
}

function title(language: string, index: number): string {
  const [, , things = [], owners = []] = words[language] ?? [];
  return `${units[language]} ${letters(index)} ${things[index % things.length]} ${owners[index % owners.length]}`;
}

/** A contact as an editor writes it. */
function unit(index: number): string {
  const inEach = (write: (code: string) => string) => languages.map(({ code }) => `  ${code}: ${write(code)}`);
  return [
    'kind: attached-service',
    `order: ${index + 100}`,
    'name:',
    ...inEach((code) => JSON.stringify(`${units[code]} ${nameOf(index)}`)),
    'purpose:',
    ...inEach((code) => sentence(code, index * 7)),
    'tasks:',
    ...inEach(() => JSON.stringify([nameOf(index + 60)])),
    'channels:',
    '  phone:',
    `    - number: "+32250202${String(index + 10)}"`,
    `  email: ${nameOf(index).toLowerCase()}@premier.fed.be`,
    'confirmedBy: service',
    'verified: 2026-11-21',
    '',
  ].join('\n');
}

/** A name that no other text of the site is like. */
function nameOf(index: number): string {
  return `${syllables[index % 15]}${syllables[(index * 7 + 3) % 13]}${syllables[Math.floor(index / 15)]}um`.replace(
    /^./,
    (letter) => letter.toUpperCase(),
  );
}

/** Two letters for a number: a name without digits. */
function letters(index: number): string {
  return `${String.fromCharCode(97 + Math.floor(index / 10))}${String.fromCharCode(107 + (index % 10))}`;
}
