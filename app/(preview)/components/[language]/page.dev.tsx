import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { sampleDocuments, sampleNames } from '#components/document/sample-documents.ts';
import { samplePicture } from '#components/figure/sample-picture.ts';
import { Document } from '#components/layout/document.tsx';
import { renderText } from '#components/page/body-from-text.tsx';
import { componentsOn, sections } from '#components/registry.tsx';
import { allStories } from '#components/stories.ts';
import type { Story } from '#components/story.ts';
import { gateMessages, translatorOf } from '#edit/report/describe.ts';
import { type Blank, exampleOf } from '#lib/body/example.ts';
import { type ComponentName, componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { languageOf } from '#lib/languages/languages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { homeKey, pageOf, type View } from '#lib/site/site.ts';
import { getSite } from '../../../current-site.ts';
import { showStates } from '../show-states.ts';

interface Properties {
  readonly params: Promise<{ readonly language: string }>;
  readonly searchParams: Promise<{ readonly only?: string }>;
}

/**
 * The catalogue of components, at `/components/<language>` of the preview: each as it is written and rendered. Never published. The palette of
 * the desk shows one of them alone, with `?only=<name>`.
 */
export default async function ComponentsPage({ params, searchParams }: Properties) {
  const { only } = await searchParams;
  const language = languageOf((await params).language);
  setRequestLocale(language.code);
  const site = getSite();
  const page = {
    ...pageOf(site, homeKey),
    pictures: { [samplePicture.name]: samplePicture },
    documents: sampleDocuments,
  };
  const view: View = { site, page, language };
  const stories = only === undefined ? await allStories() : [];
  return (
    <Document lang={language.tag}>
      <main id="main">
        {(['heading', 'text', ...componentNames] as const)
          .filter((name) => (only === undefined ? !ruleOf(name)?.inside : name === only))
          .map((name) => (
            <Example key={name} view={view} name={name} isAlone={only !== undefined} />
          ))}
        {stories.map((story) => (
          <Specimen key={story.name} {...story}>
            {story.isContent ? <Content>{story.render(view)}</Content> : story.render(view)}
          </Specimen>
        ))}
      </main>
      <script dangerouslySetInnerHTML={{ __html: showStates }} />
    </Document>
  );
}

/** What editors write in a body: its explanation, how to write it, and how it looks; alone, only how it looks. */
function Example({ view, name, isAlone }: { view: View; name: ComponentName | 'heading' | 'text'; isAlone: boolean }) {
  const { site, language } = view;
  const say = translatorOf(gateMessages(process.cwd(), site.languages), language.code);
  const values: Record<Blank['kind'], (purpose: string) => string> = {
    words: (purpose) => say(`snippets.${purpose}`),
    link: () => `page:${homeKey}`,
    contact: () => site.organisation.id,
    'contact-kind': () => contactKinds[0],
    language: () => 'en',
    picture: () => samplePicture.name,
    document: () => sampleNames.both,
    licence: () => licenceNames[0] ?? '',
  };
  const isPlain = name === 'heading' || name === 'text';
  const text = isPlain
    ? say(`desk.new.${name}`)
    : exampleOf(name, ({ kind, purpose }) => values[kind](purpose), 2).join('\n');
  const rendered = renderText(text, `${language.code}.mdx`, { ...sections, ...componentsOn(view) });
  if (isAlone) return rendered;
  return (
    <Specimen name={name}>
      <div className="wrap">
        <p>{say(isPlain ? `desk.kind.${name}` : `components.${name}`)}</p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{text}</pre>
      </div>
      {rendered}
    </Specimen>
  );
}

/** Something that is the content of a section on a page. */
function Content({ children }: { children: ReactNode }) {
  return (
    <div className="wrap section" style={{ paddingBlock: 0 }}>
      <div className="section-body">{children}</div>
    </div>
  );
}

function Specimen({ name, onBand, children }: Pick<Story, 'name' | 'onBand'> & { children: ReactNode }) {
  return (
    <section className={onBand ? 'band' : undefined} aria-label={name}>
      <p className="wrap text-sm text-soft" style={{ paddingBlock: '1.5rem .5rem' }}>
        {name}
      </p>
      {children}
    </section>
  );
}
