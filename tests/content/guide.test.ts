import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, describe as group, test } from 'vitest';
import { describe, gateMessages } from '#edit/report/describe.ts';
import { guideTopics } from '#gate/finding/finding.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { contactKinds, contactSchema } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import { copyProject } from '../build/project-copy.ts';
import { fixtureDay, useFixtureContent } from '../fixture-site.ts';
import { editorCommands, scripts } from './documented-commands.ts';
import {
  commandsIn,
  componentsIn,
  errorsWith,
  examplesIn,
  type Guide,
  guideFile,
  guides,
  guidesAfter,
  hasBlank,
  pagesOfExamples,
  readProjectFile,
  root,
  structureOf,
  withYaml,
} from './guide.ts';

/*
 * The guide for editors is complete and right: its languages are equal, it covers every field and component, its commands work and its
 * examples pass the gate. (`tests/build/editors.test.ts` builds the examples.)
 */

const [first, ...others] = guides;
if (!first) throw new Error('The site has no language.');

/** The largest guide that an editor still reads. */
const maximumBytes = 25 * 1024;

const codes = languages.map(({ code }) => code);

/** The first difference between two guides, for each aspect in which they must be equal. */
function differences(one: Guide, other: Guide): string[] {
  const commands = ({ nodes }: Guide) =>
    commandsIn(nodes).map(({ script, words }) =>
      [script, ...words.map((word) => (codes.includes(word) || word.startsWith('<') ? '*' : word))].join(' '),
    );
  return [structureOf, commands, componentsIn].flatMap((aspect) => {
    const [mine, yours] = [aspect(one), aspect(other)];
    const index = mine.findIndex((each, place) => each !== yours[place]);
    const place = index < 0 && mine.length < yours.length ? mine.length : index;
    return place < 0 ? [] : [`${place}: ${mine[place]} / ${yours[place]}`];
  });
}

group('languages of the guide', () => {
  test('the guide has the same blocks, commands and components in every language', () => {
    for (const other of others) expect(differences(first, other)).toEqual([]);
  });

  test.for([
    ['a heading of another level', '## Links\n', '### Links\n'],
    ['an extra paragraph', '## Links\n', '## Links\n\nNog iets.\n'],
    ['another command', 'npm run translations', 'npm run check'],
    ['another component', '<Rows>', '<Values>'],
  ] as const)('the comparison of the guides finds %s', ([, before, after]) => {
    const [edited] = guidesAfter((text) => text.replace(before, after));
    expect(differences(edited as Guide, others[0] as Guide)).not.toEqual([]);
  });

  test.for(guides)('the guide in $language has at most 25 KB', ({ text }) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maximumBytes);
  });
});

/** Non-breaking spaces are a matter of the messages; the guide has ordinary ones. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** The row of a field in a table: what comes before its explanation, its name, and the explanation. */
const rowPattern = /^(\| `(?<field>\w+)` \|[^|]*\| )(.*) \|$/gm;

/** The text below a heading of the second level. */
function sectionOf(text: string, heading: string): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  const end = text.indexOf('\n## ', start + 1);
  return text.slice(start, end < 0 ? undefined : end);
}

group.for(guides)('contents of the guide in $language', ({ language, text }) => {
  const messages = JSON.parse(readProjectFile(`gate/messages/${language}.json`));

  test('has exactly one section for each topic that findings link to', () => {
    expect(Object.keys(messages.guide).sort()).toEqual([...guideTopics].sort());
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    for (const title of Object.values(messages.guide)) {
      expect(headings.filter((heading) => heading === title)).toHaveLength(1);
    }
  });

  test.for([
    ['page', 'pageFields', Object.keys(frontMatterSchema.shape)],
    ['contact', 'contactFields', Object.keys(contactSchema(languages).shape)],
  ] as const)('explains every field of a %s', ([name, topic, fields]) => {
    expect(Object.keys(messages.fields[name]).sort()).toEqual([...fields].sort());
    const rows = [...sectionOf(text, messages.guide[topic]).matchAll(rowPattern)];
    expect(rows.map(({ groups }) => groups?.['field']).sort()).toEqual([...fields].sort());
  });

  // `npx vitest run tests/content/guide.test.ts -u` writes the words of the messages into the guide.
  test('explains the fields in the words of the messages', async () => {
    let expected = text;
    for (const [name, topic] of [
      ['page', 'pageFields'],
      ['contact', 'contactFields'],
    ] as const) {
      const section = sectionOf(text, messages.guide[topic]);
      const words: Record<string, string> = messages.fields[name];
      const rewritten = section.replace(
        rowPattern,
        (row, start, field: string) => `${start}${plain(words[field] ?? row)} |`,
      );
      expected = expected.replace(section, () => rewritten);
    }
    await expect(expected).toMatchFileSnapshot(path.join(root, guideFile(language)));
  });

  test.for([...templates, ...contactKinds])('names the value %s', (value) => {
    expect(text).toContain(`\`${value}\``);
  });
});

group('commands for editors', () => {
  const copy = copyProject('guide', 'shared');
  afterAll(() => copy.remove());

  /** The edit that a command confirms. */
  const page = (language: number) => `content/pages/services/ict/${codes[language]}.mdx`;
  const change = (file: string) => copy.write(file, copy.read(file).replace(/\n(\p{Lu})/u, '\nÉ $1'));
  const before: Readonly<Record<string, () => void>> = {
    'npm run in-step -- services/ict': () => languages.forEach((_, index) => void change(page(index))),
    'npm run in-step -- services/ict --no-effect': () => change(page(0)),
  };

  const named = guides.flatMap(({ nodes }) => commandsIn(nodes));
  const needWords = ['new', 'rename', 'in-step'];
  const runs = [...new Map(named.map((each) => [each.text, each])).values()].filter(
    (each) =>
      editorCommands.includes(each.script) &&
      !hasBlank(each) &&
      (each.words.length > 0 || !needWords.includes(each.script)),
  );

  beforeEach(() => {
    useFixtureContent(copy.root);
  });

  test.for(runs.map((each) => [each.text, each] as const))(
    '%s works as the guide writes it',
    { timeout: 60_000 },
    async ([text, { script, words }]) => {
      before[text]?.();
      const [, parent] = (script === 'new' && /^(.+)\/[^/]+$/.exec(words[0] ?? '')) || [];
      if (parent && !existsSync(path.join(copy.root, 'content/pages', parent))) {
        await copy.run(['commands/new.ts', parent]);
      }
      const { code, output } = await copy.run([...(scripts[script] ?? '').split(' ').slice(1), ...words], {
        SITE_DAY: fixtureDay,
      });
      expect(code, output).toBe(0);
    },
  );

  test('every command for editors is run with the words that it needs', () => {
    for (const script of editorCommands) expect(runs.map((each) => each.script)).toContain(script);
  });
});

group('examples of the guide', () => {
  test.for(guides)('the guide in $language names only components that exist', (guide) => {
    expect(componentsIn(guide)).not.toEqual([]);
    expect(componentsIn(guide).filter((name) => !ruleOf(name))).toEqual([]);
  });

  test.for(guides)('the guide in $language leads to the catalogue of all components', (guide) => {
    expect(guide.text).toContain(`/components/${guide.language}`);
  });

  test('all examples for the text of a page pass the gate', () => {
    expect(errorsWith(pagesOfExamples(guides))).toEqual([]);
  });

  const yaml = examplesIn(first, 'yaml').map((_, index) => index);
  test.for(yaml)('YAML example %s passes the gate in every language', (index) => {
    const files = guides.map((guide) => withYaml(examplesIn(guide, 'yaml')[index] ?? '', guide.language));
    // The front matter of a page needs that of its twins; other examples hold all languages.
    const isPage = files.some((each) => [...each.keys()].some((file) => file.endsWith('.mdx')));
    const trees = isPage ? [new Map(files.flatMap((each) => [...each]))] : files;
    for (const tree of trees) expect(errorsWith(tree)).toEqual([]);
  });

  test.for([
    ['a component', 'page', '<Callout title=', '<Callout titel='],
    ['a link', 'page', '(page:services/ict)', '(page:services/itc)'],
    ['a number', 'yaml', '"+3225010361"', '"+322501036"'],
    ['a field', 'yaml', 'template: service', 'templat: service'],
  ] as const)('the gate finds a mistake in %s of an example', ([, kind, right, wrong]) => {
    const faulty = guidesAfter((text) => text.replaceAll(right, wrong));
    const [guide] = faulty as [Guide];
    const example = examplesIn(guide, 'yaml').find((each) => each.includes(wrong)) ?? '';
    const files = kind === 'page' ? pagesOfExamples(faulty) : withYaml(example, guide.language);
    expect(errorsWith(files)).not.toEqual([]);
  });

  test('a finding links to the section on its topic in the guide of its language', () => {
    const faulty = guidesAfter((text) => text.replaceAll('(page:services/ict)', '(page:services/itc)'));
    const findings = errorsWith(pagesOfExamples(faulty)).filter(({ code }) => code === 'C030');
    const messages = gateMessages(root, languages);
    const links = findings.flatMap((finding) => describe(finding, messages).map((words) => words.guide));
    expect([...new Set(links)].sort()).toEqual(['content/guide/fr.md#liens', 'content/guide/nl.md#links']);
  });

  test('an example that belongs in no file is refused', () => {
    expect(() => withYaml('invented: true', first.language)).toThrow('belongs in no file');
  });
});

test('the index of the content leads to the guide in every language', () => {
  const index = readProjectFile('content/README.md');
  for (const code of codes) expect(index).toContain(`(${guideFile(code).replace('content/', '')})`);
});
