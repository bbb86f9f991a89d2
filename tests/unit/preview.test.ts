import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { previewSite } from '#edit/preview.ts';
import { pageOfFile } from '#gate/read/files.ts';
import { homeKey } from '#lib/site/site.ts';
import { fixtureDay, fixtureLanguages as languages } from '../fixture-site.ts';
import { EditedSite, editsOf, expectedOf, faults } from './faults.ts';

const previewOf = ({ root }: EditedSite) => previewSite({ root, languages, day: fixtureDay });

/** One fault of each kind. */
const kinds = [...Map.groupBy(faults, (fault) => expectedOf(fault)[0]?.code).values()].flatMap(
  ([first]) => first ?? [],
);

group('the preview of a site with a fault', () => {
  test.for(kinds.map((fault) => [`${fault.area}: ${fault.name}`, fault] as const))(
    'shows what it can: %s',
    ([, fault]) => {
      using edited = new EditedSite(editsOf(fault));
      const { site, reasons, broken } = previewOf(edited);
      for (const { file } of reasons) {
        const page = pageOfFile(file, languages);
        if (page) expect(broken).toContain(page.key);
      }
      if (reasons.length === 0) expect(broken).toEqual(new Set());
      if (!site) return;
      const keys = new Set(site.pages.map(({ key }) => key));
      expect(keys).toContain(homeKey);
      for (const key of Object.values(site.navigation).flat()) expect(keys).toContain(key);
    },
  );
});

group('a file that cannot be read', () => {
  const file = 'content/site.yaml';

  function spoil({ root }: EditedSite): void {
    const place = path.join(root, file);
    writeFileSync(place, `"${readFileSync(place, 'utf8')}`);
  }

  test('is taken from the last commit', () => {
    using edited = new EditedSite();
    const before = previewOf(edited).site;
    const git = (...args: string[]) => execFileSync('git', args, { cwd: edited.root, stdio: 'ignore' });
    git('init', '--quiet');
    git('add', 'content');
    git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '-m', 'Content');
    spoil(edited);
    const { site, reasons } = previewOf(edited);
    expect(reasons.map((each) => each.file)).toContain(file);
    expect(site).toEqual(before);
  });

  test('leaves no site without a commit when every page needs it', () => {
    using edited = new EditedSite();
    spoil(edited);
    expect(previewOf(edited).site).toBeNull();
  });

  test('breaks the pages that need it and no other', () => {
    using edited = new EditedSite([{ file: 'content/pages/legal/nl.mdx', write: '---\ntitle: "x\n---\n' }]);
    const { site, broken } = previewOf(edited);
    expect(broken).toContain('legal');
    expect(broken).not.toContain(homeKey);
    expect(site?.pages.map(({ key }) => key)).toContain(homeKey);
  });
});

test('the preview knows the notices that are to come or over, and the pages that they concern', () => {
  const notice = (begin: string, end: string) => ({
    write: `urgency: important\npages: [contact]\nbegin: ${begin}\nend: ${end}\ntitle: {nl: Gesloten, fr: Fermé}\ntext: {nl: Bel ons eerst., fr: Appelez-nous d’abord.}\n`,
  });
  using edited = new EditedSite([
    { file: 'content/notices/over.yaml', ...notice('2026-11-01', '2026-11-20') },
    { file: 'content/notices/today.yaml', ...notice(fixtureDay, fixtureDay) },
    { file: 'content/notices/later.yaml', ...notice('2026-11-22', '2026-11-23') },
  ]);
  const { site, waiting } = previewOf(edited);
  expect(site?.notices.map(({ key }) => key)).toEqual(['today']);
  expect(waiting.map(({ key, pages }) => [key, pages])).toEqual([
    ['later', ['contact']],
    ['over', ['contact']],
  ]);
});
