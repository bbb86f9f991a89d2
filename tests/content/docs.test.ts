import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, describe as group, test } from 'vitest';
import { isTried } from './documented-commands.ts';
import { blocksOf, commandsIn, root } from './guide.ts';

/*
 * The documents of the project keep their word: links lead to files and headings that exist, commands exist and are tried, and sizes
 * stay readable.
 */

const documents = globSync(['*.md', '.github/*.md', 'docs/**/*.md', 'content/**/*.md', 'deploy/*.md'], {
  cwd: root,
}).sort();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Anchors of the headings of a document, as GitHub derives them. */
function anchorsOf(text: string): string[] {
  const slugger = new GithubSlugger();
  return blocksOf(text).flatMap((node) => (node.type === 'heading' ? [slugger.slug(plainText(node))] : []));
}

/** Targets of the links and pictures of a document that are in the repository. */
function linksIn(text: string): string[] {
  const targets: string[] = [];
  for (const block of blocksOf(text)) {
    visit(block as Nodes, ['link', 'image', 'definition'], (node) => {
      if ('url' in node && !/^(?:https?:|page:|contact:)/.test(node.url)) targets.push(decodeURI(node.url));
    });
  }
  return targets;
}

/** The links of a document that lead nowhere. */
function brokenLinks(file: string, text: string): string[] {
  return linksIn(text).filter((target) => {
    const [relative = '', anchor] = target.split('#');
    const place = relative === '' ? file : path.join(path.dirname(file), relative);
    if (!existsSync(path.join(root, place))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(relative === '' ? text : read(place)).includes(anchor);
  });
}

group('links of the documents', () => {
  test('there are documents to check', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/gate.md', 'content/guide/nl.md']));
  });

  test.for(documents)('every link of %s leads to a file or heading that exists', (file) => {
    expect(brokenLinks(file, read(file))).toEqual([]);
  });

  test('a link to a file or heading that does not exist is found', () => {
    const text = '# Here\n\n[a](#here) [b](#there) [c](docs/nowhere.md) [d](LICENSE) [e](docs/gate.md#nothing)\n';
    expect(brokenLinks('README.md', text)).toEqual(['#there', 'docs/nowhere.md', 'docs/gate.md#nothing']);
  });

  test('every document is linked from another one', () => {
    const linked = documents.flatMap((file) =>
      linksIn(read(file)).map((target) => path.join(path.dirname(file), target.split('#')[0] ?? '')),
    );
    const found = new Set(
      linked.map((target) => (documents.includes(target) ? target : path.join(target, 'README.md'))),
    );
    const entries = ['README.md', '.github/PULL_REQUEST_TEMPLATE.md'];
    expect(documents.filter((file) => !found.has(file) && !entries.includes(file))).toEqual([]);
  });
});

/** Paths of the project that a document names in code. */
function pathsIn(text: string): string[] {
  const paths: string[] = [];
  for (const block of blocksOf(text)) {
    visit(block as Nodes, 'inlineCode', ({ value }) => {
      if (
        /^(?:app|commands|components|content|deploy|desk|docs|edit|gate|lib|messages|public|publish|tests)\/[^<>*{},\s…]*$/.test(
          value,
        )
      )
        paths.push(value);
    });
  }
  return paths;
}

group('paths in the documents', () => {
  const missingIn = (text: string) => pathsIn(text).filter((each) => !existsSync(path.join(root, each)));

  test.for(documents)('every path that %s names exists', (file) => {
    expect(missingIn(read(file))).toEqual([]);
  });

  test('a path that does not exist is found', () => {
    expect(missingIn('`lib/site/site.ts`, `lib/nowhere.ts`, `content/pages/<key>/nl.mdx`, `out/site/`')).toEqual([
      'lib/nowhere.ts',
    ]);
  });
});

group('commands of the documents', () => {
  const named = new Map(
    documents.flatMap((file) =>
      commandsIn(blocksOf(read(file))).map((command) => [`${command.script} (${file})`, command] as const),
    ),
  );
  test.for([...named])('the npm command %s exists and is tried', ([, command]) => {
    expect(isTried(command)).toBe(true);
  });

  test('a command that does not exist or that nothing tries is found', () => {
    expect(isTried({ script: 'invented' })).toBe(false);
    expect(isTried({ script: 'constructor' })).toBe(false);
  });
});

group('sizes of the documents', () => {
  test('the README has at most 6 KB', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(6 * 1024);
  });

  const decisions = documents.filter((file) => /^docs\/decisions\/\d{4}-/.test(file));
  test.for(decisions)('%s has the sections of a decision record in at most 50 lines', (file) => {
    const text = read(file);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Consequences',
      'Figures',
      'When to look again',
    ]);
    expect(text.split('\n').length).toBeLessThanOrEqual(51);
    const [, number] = /(\d{4})-[^/]+$/.exec(file) ?? [];
    expect(text).toMatch(new RegExp(`^# ${number} \\S`));
  });

  test('every decision record is in the index', () => {
    const index = read('docs/decisions/README.md');
    expect(decisions.filter((file) => !index.includes(`(${path.basename(file)})`))).toEqual([]);
  });
});
