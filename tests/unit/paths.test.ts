import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { applyFixes, isFixable } from '#edit/repair.ts';
import type { LoadResult } from '#gate/load.ts';
import { pathsFile, readRegister } from '#gate/rules/paths.ts';
import { languages } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { allTwins, type Changes, contactFile, load, one, redirectsFile } from './content-tree.ts';

/*
 * A path that was published answers for ever: with its page, with a redirect in one hop to the page's path of today, or with 410.
 */

/** The register after `npm run check -- --fix`, and the result of the next check. */
function fixed(changes: Changes, register: string): { register: string; result: LoadResult } {
  const before = load({ ...changes, [pathsFile]: register });
  const text = applyFixes(
    register,
    before.findings.filter(isFixable).filter(({ file, fix }) => (fix.file ?? file) === pathsFile),
  ).text;
  return { register: text, result: load({ ...changes, [pathsFile]: text }) };
}

/** Every path that the site answers, with the path at which the visitor arrives. */
function answersOf({ site }: LoadResult): Map<string, string> {
  if (!site) throw new Error('No site.');
  const pages = site.pages.flatMap((page) => Object.values(page.twins).map(({ path }) => [path, path] as const));
  const moved = site.redirects.map(({ from, page }) => {
    return [from, twinOf(pageOf(site, page), from.split('/')[1] ?? '').path] as const;
  });
  return new Map([...pages, ...moved]);
}

const slug = fc.constantFrom('post', 'mail', 'letters', 'post-room', 'room-1');
const moves = fc.array(slug, { minLength: 2, maxLength: 3 });

test('every path that a page ever had leads to it in one hop, whatever its slug becomes', () => {
  fc.assert(
    fc.property(moves, (slugs) => {
      const history = new Set<string>();
      let register = '';
      for (const each of slugs) {
        const step = fixed(allTwins('services/post', { slug: `services/${each}` }), register);
        expect(step.result.findings).toEqual([]);
        register = step.register;
        const answers = answersOf(step.result);
        for (const { code } of languages) history.add(`/${code}/services/${each}`);
        for (const path of history) {
          expect(answers.get(path)).toBe(`/${path.split('/')[1]}/services/${each}`);
        }
      }
      const registered = readRegister(register).entries.map(({ path }) => path);
      expect(new Set(registered).isSupersetOf(history)).toBe(true);
      const lines = register.split('\n').filter((line) => line.startsWith('/'));
      expect(lines).toEqual([...new Set(lines)].sort());
    }),
    { numRuns: 5 },
  );
});

group('a published path', () => {
  const old = `/${one.code}/services/post`;
  const { register } = fixed({}, '');
  const withoutPost: Changes = {
    ...Object.fromEntries(languages.map(({ code }) => [`content/pages/services/post/${code}.mdx`, null])),
    'content/pages/services/post/in-step.yaml': null,
    [contactFile('post-room')]: null,
  };
  const redirectsTo = (record: string) =>
    languages.map(({ code }) => `- from: /${code}/services/post\n${record}`).join('');

  test('is reported in each language when its page is deleted', () => {
    const { findings } = load({ ...withoutPost, [pathsFile]: register });
    expect(findings.map(({ code, details }) => `${code} ${details['path']}`).sort()).toEqual(
      languages.map(({ code }) => `C132 /${code}/services/post`).sort(),
    );
  });

  test('may redirect to another page', () => {
    const redirects = redirectsTo('  to: page:services\n');
    const result = load({ ...withoutPost, [redirectsFile]: redirects, [pathsFile]: register });
    expect(result.findings).toEqual([]);
    expect(answersOf(result).get(old)).toBe(`/${one.code}/services`);
  });

  test('may be gone, with a reason', () => {
    const redirects = redirectsTo('  gone: true\n  reason: The post room was closed.\n');
    const result = load({ ...withoutPost, [redirectsFile]: redirects, [pathsFile]: register });
    expect(result.findings).toEqual([]);
    expect(result.site?.gone).toContain(old);
    expect(answersOf(result).has(old)).toBe(false);
  });

  test('still leads to its page after its redirect is deleted', () => {
    const redirects = `- from: /${one.code}/mail\n  to: page:services/post\n`;
    const { register: registered } = fixed({ [redirectsFile]: redirects }, register);
    const result = load({ [pathsFile]: registered });
    expect(result.findings).toEqual([]);
    expect(answersOf(result).get(`/${one.code}/mail`)).toBe(old);
  });

  test('belongs to the page that takes it over', () => {
    const taken = register.replace(`${old}: services/post`, `${old}: services`);
    const { register: repaired, result } = fixed({}, taken);
    expect(result.findings).toEqual([]);
    expect(repaired).toBe(register);
  });
});
