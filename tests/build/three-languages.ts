import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages } from '#lib/languages/languages.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';

const fixture = path.resolve(import.meta.dirname, '../fixtures/languages');

const german: Language = {
  code: 'de',
  tag: 'de-BE',
  name: 'Deutsch',
  frenchSpacing: false,
  quotes: ['„', '“'],
  firstOfMonth: '1',
  letterBox: 'Bfk.',
  commonWords: 'deu',
  hardestPage: 55,
};

/** The languages of the site, and German. */
export const three = [...languages, german];

/**
 * A language is data: copies the project and adds German by an entry in the list, messages and twins, and nothing else. Its content
 * is a small site in three languages.
 * @param packages as in `copyProject`
 */
export function copyWithGerman(name: string, packages: 'copied' | 'shared'): ProjectCopy {
  const copy = copyProject(name, packages);
  rmSync(path.join(copy.root, 'content'), { recursive: true });
  cpSync(path.join(fixture, 'content'), path.join(copy.root, 'content'), { recursive: true });
  for (const folder of ['messages', 'gate/messages']) {
    const own = JSON.parse(readFileSync(path.join(fixture, folder, 'de.json'), 'utf8'));
    copy.write(`${folder}/de.json`, JSON.stringify(filled(JSON.parse(copy.read(`${folder}/fr.json`)), own)));
  }
  const list = copy.read('lib/languages/languages.ts');
  copy.write('lib/languages/languages.ts', list.replace(/\n\];/, `\n  ${JSON.stringify(german)},\n];`));
  return copy;
}

interface Words {
  readonly [key: string]: string | Words;
}

/** Words of one language, with those of another one where they are missing: newer messages need no German. */
function filled(others: Words, own: Words): Words {
  const entries = Object.entries(others).map(([key, words]) => {
    const mine = own[key];
    if (typeof words === 'string') return [key, mine ?? words] as const;
    return [key, filled(words, typeof mine === 'object' ? mine : {})] as const;
  });
  return Object.fromEntries(entries);
}

/** The date in a number of days. */
export const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Sets a mailbox for reports of vulnerabilities, with an expiry date. */
export function setSecurityContact(copy: ProjectCopy, expires: string): void {
  const settings = 'content/site.yaml';
  const [others = ''] = copy.read(settings).split('security:');
  copy.write(settings, `${others}security:\n  email: security@example.org\n  expires: ${expires}\n`);
}
