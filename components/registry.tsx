import type { ComponentType, ReactNode } from 'react';
import type { AttributesOf, ComponentName } from '#lib/body/vocabulary.ts';
import { calledInstead } from '#lib/site/life.ts';
import { hrefOf } from '#lib/site/links.ts';
import { contactOf, type View } from '#lib/site/site.ts';
import {
  AccessibilityCriteria,
  AccessibilityLimits,
  AccessibilityMethod,
  AccessibilityStatus,
} from './accessibility/accessibility.tsx';
import { MainPhone } from './contact-card/channels.tsx';
import { ContactCard, ContactCards } from './contact-card/contact-card.tsx';
import { Directory } from './directory/directory.tsx';
import { OpenData } from './directory/open-data.tsx';
import { OrganisationChart } from './directory/organisation-chart.tsx';
import { TaskIndex } from './directory/task-index.tsx';
import { Units } from './directory/units.tsx';
import { DocumentLink } from './document/document-link.tsx';
import { Publications } from './document/publications.tsx';
import { AccessMap } from './drawings/access-map.tsx';
import { Figure } from './figure/figure.tsx';
import { SiteIndex } from './index/site-index.tsx';
import { SubPages } from './index/sub-pages.tsx';
import { NewsList } from './news/news-list.tsx';
import { Search } from './search/search.tsx';
import { Callout } from './text/callout.tsx';
import { BigNumber, Fact, Facts } from './text/facts.tsx';
import { Note, NoteBack, NoteMark, Notes, NotesTitle } from './text/notes.tsx';
import { Question } from './text/question.tsx';
import { Quote } from './text/quote.tsx';
import { NumberedRows, Row, Rows } from './text/rows.tsx';
import { Band, BlueBand, Section, SectionBody } from './text/section.tsx';
import { TableFrame } from './text/table-frame.tsx';
import { Term, Terms } from './text/terms.tsx';
import { Value, Values } from './text/values.tsx';
import { VisitingAddress } from './visit/visit.tsx';

/** The components of a body by name. */
// biome-ignore lint/suspicious/noExplicitAny: each has properties of its own, which the types below and the gate check
export type Components = Readonly<Record<string, ComponentType<any>>>;

/** What an implementation receives: its attributes, what its tags enclose, and the page it is on. */
type Properties<Name extends ComponentName> = AttributesOf<Name> & { children: ReactNode; view: View };

/** The implementation of every component that editors may use (`lib/body/vocabulary.ts`). */
const implementations = {
  NumberedRows,
  Rows,
  Row,
  Values,
  Value,
  Facts,
  Fact,
  BigNumber,
  Callout,
  Question,
  Quote,
  Terms,
  Term,
  Band,
  BlueBand,
  Action: ({ to, view, children }) => (
    <p>
      <a className="button" href={hrefOf(to, view)}>
        {children}
      </a>
    </p>
  ),
  SubPages,
  NewsList,
  Units,
  OrganisationChart,
  Directory,
  OpenData,
  TaskIndex,
  ContactCard: ({ contact, view }) => <ContactCard view={view} contact={contactOf(view.site, contact)} />,
  Phone: ({ contact, view }) => <MainPhone contact={calledInstead(view.site, contactOf(view.site, contact))} />,
  ContactCards,
  VisitingAddress,
  AccessMap,
  SiteIndex,
  Search,
  AccessibilityStatus,
  AccessibilityLimits,
  AccessibilityCriteria,
  AccessibilityMethod,
  Figure,
  Document: DocumentLink,
  Publications,
  Lang: ({ code, children }) => <span lang={code}>{children}</span>,
} satisfies { readonly [Name in ComponentName]: (properties: Properties<Name>) => ReactNode };

/** What the body of every page may contain besides the components of editors: what rendering adds (`lib/body/prepare.ts`). */
export const sections: Components = { Section, SectionBody, NotesTitle, Notes, Note, NoteMark, NoteBack, TableFrame };

/** The components of editors and the links of a body, for the page that the body is on. */
export function componentsOn(view: View): Components {
  const link = ({ href, children }: { href: string; children: ReactNode }) => (
    <a href={hrefOf(href, view)}>{children}</a>
  );
  return Object.fromEntries([
    ['a', link],
    ...Object.entries<ComponentType<{ view: View }>>(implementations as Components).map(([name, Implementation]) => [
      name,
      (properties: object) => <Implementation {...properties} view={view} />,
    ]),
  ]);
}
