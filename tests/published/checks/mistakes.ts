import { formatDay } from '#lib/languages/dates.ts';
import { languageOf } from '#lib/languages/languages.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import type { PublishedPage } from '../../published-site.ts';
import { attributeOf, type Check, elementsOf, textOf } from '../document.ts';

/** Where the footer of a page lacks its one way to report a mistake, or the address and the version to name in the report. */
export function reportFaults(site: Site, { path, twin }: PublishedPage): Check {
  const language = languageOf(twin.language);
  const contactPage = twinOf(pageOf(site, site.organisation.page ?? ''), twin.language).path;
  const isReport = (href: string) =>
    site.feedback
      ? href.startsWith(`mailto:${site.feedback}?`) && href.includes(encodeURIComponent(site.origin + path))
      : href.startsWith(`${contactPage}#`);
  return ({ tree }) => {
    const paragraphs = elementsOf(tree, 'footer').flatMap((footer) => elementsOf(footer, 'p'));
    const reports = paragraphs.filter((paragraph) =>
      elementsOf(paragraph, 'a').some((link) => isReport(attributeOf(link, 'href') ?? '')),
    );
    if (reports.length !== 1) return [`${reports.length} ways to report a mistake`];
    const words = reports.map(textOf).join();
    return [new URL(site.origin).host + path, formatDay(twin.updated, language)]
      .filter((each) => !words.includes(each))
      .map((each) => `the report lacks “${each}”`);
  };
}
