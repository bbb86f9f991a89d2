import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, type Page, twinOf } from '#lib/site/site.ts';

/**
 * Addresses of a few pages that stand for all: the first one of each template, in the first language.
 * @throws Error when the content has errors
 */
export function samplePages(): string[] {
  const { site } = loadSite({ root, languages, drafts: false });
  const [language] = languages;
  if (!site || !language) throw new Error('The content has errors: npm run check shows them.');
  const byTemplate = new Map<string, Page>();
  for (const page of [...site.pages].reverse()) byTemplate.set(page.template, page);
  const pages = [...byTemplate.values()].sort(
    (a, b) => Number(b.key === homeKey) - Number(a.key === homeKey),
  );
  return pages.map((page) => twinOf(page, language.code).path);
}
