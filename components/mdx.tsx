import type { ComponentType, ReactNode } from 'react';
import type { ContactKind } from '#lib/records/contact.ts';
import { readLink } from '#lib/site/links.ts';
import { contactOf, directoryPath, pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { AccessibilityCriteria } from './accessibility/accessibility-criteria.tsx';
import { AccessibilityLimits } from './accessibility/accessibility-limits.tsx';
import { AccessibilityMethod } from './accessibility/accessibility-method.tsx';
import { AccessibilityStatus } from './accessibility/accessibility-status.tsx';
import { ContactCard } from './contact-card/contact-card.tsx';
import { ContactCards } from './contact-card/contact-cards.tsx';
import { Directory } from './directory/directory.tsx';
import { OpenData } from './directory/open-data.tsx';
import { TaskIndex } from './directory/task-index.tsx';
import { Units } from './directory/units.tsx';
import { AccessMap } from './drawings/access-map.tsx';
import { SiteIndex } from './index/site-index.tsx';
import { SubPages } from './index/sub-pages.tsx';
import { Search } from './search/search.tsx';
import { Callout } from './text/callout.tsx';
import { BigNumber, Fact, Facts } from './text/facts.tsx';
import { Question } from './text/question.tsx';
import { NumberedRows, Row, Rows } from './text/rows.tsx';
import { Band, BlueBand, Section, SectionBody } from './text/section.tsx';
import { Term, Terms } from './text/terms.tsx';
import { Value, Values } from './text/values.tsx';
import { VisitingAddress } from './visit/visiting-address.tsx';

/** What the names of a body stand for. */
// biome-ignore lint/suspicious/noExplicitAny: each component has its own properties; the gate has checked them
export type Components = Record<string, ComponentType<any>>;

/**
 * The components of a page's body: those of the vocabulary (`lib/body/vocabulary.ts`), bound to the place where
 * they stand, and the sections that the rendering adds.
 */
export function mdxComponents(view: View): Components {
  const { site, language } = view;

  const hrefOf = (written: string): string => {
    const target = readLink(written, site.origin);
    switch (target.to) {
      case 'page': {
        const { path } = twinOf(pageOf(site, target.key), language.code);
        return target.anchor === null ? path : `${path}#${target.anchor}`;
      }
      case 'contact':
        return directoryPath(site, target.id, language.code);
      case 'site':
        return target.address;
      case 'nowhere':
        // The gate lets none through.
        return written;
    }
  };

  return {
    a: ({ href, children }: { href: string; children: ReactNode }) => <a href={hrefOf(href)}>{children}</a>,
    Action: ({ to, children }: { to: string; children: ReactNode }) => (
      <p>
        <a className="button" href={hrefOf(to)}>
          {children}
        </a>
      </p>
    ),
    Lang: ({ code, children }: { code: string; children: ReactNode }) => <span lang={code}>{children}</span>,
    ContactCard: ({ contact }: { contact: string }) => (
      <ContactCard view={view} contact={contactOf(site, contact)} />
    ),
    ContactCards: () => <ContactCards view={view} />,
    Directory: () => <Directory view={view} />,
    TaskIndex: () => <TaskIndex view={view} />,
    Units: ({ kind }: { kind: ContactKind }) => <Units view={view} kind={kind} />,
    Search: () => <Search view={view} />,
    SiteIndex: () => <SiteIndex view={view} />,
    SubPages: () => <SubPages view={view} />,
    VisitingAddress: () => <VisitingAddress view={view} />,
    AccessibilityCriteria: () => <AccessibilityCriteria view={view} />,
    AccessibilityLimits: () => <AccessibilityLimits view={view} />,
    AccessibilityMethod: () => <AccessibilityMethod view={view} />,
    AccessibilityStatus: () => <AccessibilityStatus view={view} />,
    AccessMap,
    Band,
    BigNumber,
    BlueBand,
    Callout,
    Fact,
    Facts,
    NumberedRows,
    OpenData,
    Question,
    Row,
    Rows,
    Section,
    SectionBody,
    Term,
    Terms,
    Value,
    Values,
  };
}
