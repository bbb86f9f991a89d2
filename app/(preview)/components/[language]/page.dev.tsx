import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ContactAside } from '#components/contact-card/contact-aside.tsx';
import { ContactDetails } from '#components/contact-card/contact-details.tsx';
import { Directory } from '#components/directory/directory.tsx';
import { DirectoryEntry } from '#components/directory/directory-entry.tsx';
import { FilterControls } from '#components/directory/filter-controls.tsx';
import { NothingFound } from '#components/directory/nothing-found.tsx';
import { TaskIndex } from '#components/directory/task-index.tsx';
import { Units } from '#components/directory/units.tsx';
import { AccessMap } from '#components/drawings/access-map.tsx';
import { SiteIndex } from '#components/index/site-index.tsx';
import { SubPages } from '#components/index/sub-pages.tsx';
import { Breadcrumb } from '#components/layout/breadcrumb.tsx';
import { Document } from '#components/layout/document.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { SiteFooter } from '#components/layout/site-footer.tsx';
import { SiteHeader } from '#components/layout/site-header.tsx';
import { TranslationNotice } from '#components/layout/translation-notice.tsx';
import { Contents } from '#components/page/contents.tsx';
import { Callout } from '#components/text/callout.tsx';
import { BigNumber, Fact, Facts } from '#components/text/facts.tsx';
import { Question } from '#components/text/question.tsx';
import { NumberedRows, Row, Rows } from '#components/text/rows.tsx';
import { Term, Terms } from '#components/text/terms.tsx';
import { Value, Values } from '#components/text/values.tsx';
import { VisitingAddress } from '#components/visit/visiting-address.tsx';
import { isReachable } from '#lib/contacts/channels.ts';
import { letterLines } from '#lib/contacts/letter.ts';
import { languageOf } from '#lib/languages/languages.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { type Contact, homeKey, pageOf, type Site, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { getSite } from '../../../current-site.ts';

/**
 * All components side by side with their states, at `/components/<language>` of the preview. Never published: production
 * does not know the extension of this file.
 */
export default async function ComponentsPage({ params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  setRequestLocale(language);
  const site = getSite();
  const view: View = { site, page: pageOf(site, homeKey), language: languageOf(language) };
  const service = site.pages.find(({ template }) => template === 'service');
  const deep: View = service ? { ...view, page: service } : view;
  const withPerson = site.contacts.find(({ person }) => person);
  const withEmail = site.contacts.find(({ channels }) => channels?.email);
  const silent = site.contacts.filter((contact) => !isReachable(contact));
  const byPost = silent.find((contact) => letterLines(site, contact, view.language));
  const byWebsite = silent.find(({ website }) => website);
  const byOrganisation = silent.find(
    (contact) => !contact.website && !letterLines(site, contact, view.language),
  );
  const withAll = withEmail && completed(withEmail, site);
  const text = <p>{twinOf(view.page, language).summary}</p>;
  const original = site.languages.find(({ code }) => code !== language)?.code ?? language;
  const translated = {
    ...view.page,
    twins: { ...view.page.twins, [language]: { ...twinOf(view.page, language), translatedFrom: original } },
  };
  return (
    <Document lang={view.language.tag}>
      <main id="main">
        <Specimen name="Header, menu, language switch: on the home page, and inside a section">
          <SiteHeader view={view} />
          <SiteHeader view={deep} />
        </Specimen>
        <Specimen name="Breadcrumb and page header">
          <div className="wrap">
            <Breadcrumb view={deep} />
            <PageHeader view={deep} kicker="Kicker" />
          </div>
        </Specimen>
        <Specimen name="Links and buttons: at rest, hover, focus" wide>
          {['', 'is-hover', 'is-focus'].map((state) => (
            <p key={state} className="actions">
              <a className={state} href="#main">
                Link to the top
              </a>{' '}
              <a className={`button ${state}`} href="#main">
                Button to the top
              </a>{' '}
              <a className={`button button-outline ${state}`} href="#main">
                Outlined button to the top
              </a>
            </p>
          ))}
        </Specimen>
        <Specimen name="In-page contents" wide>
          <Contents view={deep} />
        </Specimen>
        <Specimen name="Numbered rows, rows" wide>
          <NumberedRows>
            <Row title="First">{text}</Row>
            <Row title="Second">{text}</Row>
          </NumberedRows>
          <Rows>
            <Row title="One">{text}</Row>
            <Row title="Another">{text}</Row>
          </Rows>
        </Specimen>
        <Specimen name="Values" wide band>
          <Values>
            <Value title="Excellence">{text}</Value>
          </Values>
        </Specimen>
        <Specimen name="Big number and facts, on paper">
          <div className="wrap">
            <BigNumber value="200" label="people" />
            <Facts>
              <Fact value="Value" label="what it is" />
              <Fact value="A longer value" label="what it is" />
            </Facts>
          </div>
        </Specimen>
        <Specimen name="Translation notice">
          <div className="wrap">
            <TranslationNotice view={{ ...view, page: translated }} />
          </div>
        </Specimen>
        <Specimen name="Callout, terms" wide>
          <Callout title="Label">{text}</Callout>
          <Terms>
            <Term name="term">{text}</Term>
            <Term name="other term">{text}</Term>
          </Terms>
        </Specimen>
        <Specimen name="Question: closed and open" wide>
          <Question title="A question?">{text}</Question>
          <Question title="A question with its answer?">{text}</Question>
        </Specimen>
        <Specimen
          name="Contact cards: with a person, with an e-mail address, by post, by website, by the organisation, with everything"
          wide
          band
        >
          <ul className="cards">
            {[withPerson, withEmail, byPost, byWebsite, byOrganisation, withAll].map((contact) => (
              <li key={contact?.id}>{contact && <ContactDetails view={deep} contact={contact} />}</li>
            ))}
          </ul>
        </Specimen>
        <Specimen name="Copy: done, failed" wide>
          {['1', '2'].map((shown) => (
            <copy-text key={shown} text="" data-shown={shown}>
              <button type="button" className="link">
                {['Copy', 'Done', 'Failed'].map((label) => (
                  <span key={label}>{label}</span>
                ))}
              </button>
            </copy-text>
          ))}
        </Specimen>
        <Specimen name="Contact beside a service" wide>
          {byPost && <ContactAside view={deep} contact={byPost} />}
        </Specimen>
        <Specimen name="Units, sub-pages, site index" wide>
          <Units view={view} kind="attached-service" />
          <SubPages view={view} />
          <SiteIndex view={view} />
        </Specimen>
        <Specimen name="Directory" wide>
          <Directory view={view} />
        </Specimen>
        <Specimen name="Directory: something to clear, nothing found" wide>
          <FilterControls view={view} kinds={contactKinds} />
          <div className="filter-controls">
            <NothingFound view={view} />
          </div>
        </Specimen>
        <Specimen
          name="Directory: an entry with a person, by website, by address, with nothing direct, with everything, and one reached by its anchor"
          wide
        >
          <div className="entries">
            <ul className="rows">
              {[withPerson, byWebsite, site.organisation, byOrganisation, withAll].map(
                (contact) => contact && <DirectoryEntry key={contact.id} view={view} contact={contact} />,
              )}
              {withEmail && <DirectoryEntry view={view} contact={withEmail} className="is-target" />}
            </ul>
          </div>
        </Specimen>
        <Specimen name="Directory: an open card" wide>
          {withPerson && (
            <div className="card-box">
              <button type="button" className="link close text-inherit">
                Close
              </button>
              <ContactDetails view={view} contact={withPerson} level={4} />
            </div>
          )}
        </Specimen>
        <Specimen name="Index of tasks" wide band>
          <TaskIndex view={view} />
        </Specimen>
        <Specimen name="Address and map" wide>
          <VisitingAddress view={view} />
          <AccessMap />
        </Specimen>
        <Specimen name="Choice of language, 404">
          <iframe title="Choice of language" src="/" width="100%" height="700" />
          <iframe title="404" src="/404" width="100%" height="700" />
        </Specimen>
      </main>
      <SiteFooter view={view} />
      <script dangerouslySetInnerHTML={{ __html: showStates }} />
    </Document>
  );
}

/** A contact in which every field of the record has a value. */
function completed(contact: Contact, { languages, organisation }: Site): Contact {
  const say = (text: string) => Object.fromEntries(languages.map(({ code }) => [code, text]));
  const address = organisation.address && { ...organisation.address, box: '4' };
  return {
    ...contact,
    id: `${contact.id}-complete`,
    ...(address ? { address } : {}),
    website: say('https://www.example.org/unit'),
    channels: {
      phone: [
        { number: '+3225010411', label: say('General questions') },
        { number: '+3225010365', label: say('Urgent questions') },
      ],
      email: 'unit@example.org',
      form: say('https://www.example.org/form'),
      post: say('Write the name of the unit on the envelope.'),
      visit: say('Bring your identity card to the reception.'),
    },
    contactFor: say('For questions about everything that a card can hold.'),
    person: 'Given-name Family-name',
    availability: {
      words: say('Outside these hours, leave a message.'),
      hours: [
        { days: ['monday', 'tuesday', 'thursday'], opens: '09:00', closes: '12:00' },
        { days: ['monday', 'tuesday', 'thursday'], opens: '13:30', closes: '16:00' },
        { days: ['friday'], opens: '09:00', closes: '12:00' },
      ],
      exceptions: [
        { from: '2026-12-24', until: '2027-01-01', reason: say('end of the year') },
        { from: '2027-05-14', opens: '09:00', closes: '12:00', reason: say('day after Ascension Day') },
      ],
    },
    languages: languages.map(({ code }) => code),
  };
}

/**
 * Runs in the preview's browser: repeats every rule for a state (`:hover`, `:focus-visible`, `:target`) for a class, so that
 * the state can be looked at without a pointer.
 */
const showStates = `addEventListener('load', () => {
  const states = { ':hover': '.is-hover', ':focus-visible': '.is-focus', ':target': '.is-target' };
  const found = [];
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.media && !matchMedia(rule.conditionText).matches) continue;
      if (rule.cssRules?.length && !rule.selectorText) walk(rule.cssRules);
      for (const [state, name] of Object.entries(states)) {
        if (rule.selectorText?.includes(state)) found.push(rule.cssText.replaceAll(state, name));
      }
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  document.querySelectorAll('details:last-of-type').forEach((question) => { question.open = true; });
  document.head.append(Object.assign(document.createElement('style'), { textContent: found.join('') }));
});`;

/** One entry of the page: a name, and the component as it stands on a page. */
function Specimen({
  name,
  wide = false,
  band = false,
  children,
}: {
  name: string;
  wide?: boolean;
  band?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={band ? 'band' : undefined} aria-label={name}>
      <p className="wrap small text-soft" style={{ paddingBlock: '1.5rem .5rem' }}>
        {name}
      </p>
      {wide ? (
        <div className="wrap section" style={{ paddingBlock: 0 }}>
          <div className="section-body">{children}</div>
        </div>
      ) : (
        children
      )}
    </section>
  );
}
