import { useTranslations } from 'next-intl';
import { addressOf, houseNumber } from '#lib/contacts/address.ts';
import { isReachable } from '#lib/contacts/channels.ts';
import { lifeInWords } from '#lib/contacts/hours.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { isSignLanguage } from '#lib/records/contact.ts';
import { confirmations } from '#lib/records/sources.ts';
import { endingOf } from '#lib/site/life.ts';
import { type Contact, lineageOf, unitPath, type View } from '#lib/site/site.ts';
import {
  Availability,
  DirectChannels,
  GeneralNumber,
  hostOf,
  PostalChannels,
  SaveContact,
  type UnitProperties,
} from './channels.tsx';

export interface CardProperties extends UnitProperties {
  /** Level of the heading that names the card. */
  level?: 2 | 3 | 4;
}

/** The card of a unit: name and channels in their fixed order. There is always a way to reach the unit. */
export function ContactCard({ view, contact, level = 3 }: CardProperties) {
  const { site, language } = view;
  const Heading = `h${level}` as const;
  return (
    <div className="card">
      <HouseNumber view={view} contact={contact} />
      <Heading translate="no">
        <UnitName view={view} contact={contact} />
      </Heading>
      {endingOf(site, contact) ? (
        <UnitEnding view={view} contact={contact} />
      ) : (
        <>
          {contact.contactFor && <p>{inLanguage(contact.contactFor, language.code)}</p>}
          <DirectChannels view={view} contact={contact} />
          <PostalChannels view={view} contact={contact} />
        </>
      )}
    </div>
  );
}

/** The plate with the house number, on the cards of units that are part of the organisation. */
function HouseNumber({ view: { site, language }, contact }: UnitProperties) {
  const address = addressOf(site, contact);
  if (!address || !lineageOf(site, contact).includes(site.organisation)) return null;
  return (
    <span className="house-number" aria-hidden="true">
      {houseNumber(address, language)}
    </span>
  );
}

/** The notes below a card: availability, languages, vCard and day of the last check. */
function ContactNotes({ view, contact }: UnitProperties) {
  const t = useTranslations();
  const { site, language } = view;
  const list = new Intl.ListFormat(language.tag);
  const names = new Intl.DisplayNames(language.tag, { type: 'language' });
  const { availability, languages } = contact;
  if (endingOf(site, contact)) return null;
  return (
    <div className="max-w-100 pt-4 text-sm [&_a]:inline-block flow-1.5">
      {availability && <Availability availability={availability} language={language} />}
      {lifeInWords(site, contact, language, t).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {languages && (
        <p>
          {t('contact.languages', {
            languages: list.format(
              languages.map((code) =>
                isSignLanguage(code) ? t(`contact.signLanguages.${code}`) : (names.of(code) ?? code),
              ),
            ),
          })}
        </p>
      )}
      <p className="print:hidden">
        <SaveContact view={view} contact={contact} />
      </p>
      <Certainty view={view} contact={contact} />
    </div>
  );
}

/** Who vouches for the facts, and since when. Nothing if the source text vouches for one, or for facts of this website. */
function Certainty({ view: { site, language }, contact }: UnitProperties) {
  const t = useTranslations();
  const { website, otherSources = [] } = contact;
  const sources = [contact, ...otherSources];
  const verified = sources.map((each) => each.verified).sort()[0] ?? '';
  const date = () => <time dateTime={verified}>{formatDay(verified, language)}</time>;
  const least = Math.max(...sources.map(({ confirmedBy }) => confirmations.indexOf(confirmedBy)));
  switch (confirmations[least]) {
    case 'service':
      return <p>{t.rich('contact.confirmed', { date })}</p>;
    case 'official-page': {
      const hosts = sources.flatMap(({ source }) => (source ? [hostOf(`https://${source}`)] : []));
      if (hosts.includes(hostOf(site.origin))) return null;
      const isOwn = (host: string) => Object.values(website ?? {}).some((url) => hostOf(url) === host);
      const shown = hosts.map((host) => (isOwn(host) && website ? hostOf(inLanguage(website, language.code)) : host));
      const list = new Intl.ListFormat(language.tag).format(new Set(shown));
      return <p>{t.rich('contact.seen', { site: list, date })}</p>;
    }
    default:
      return null;
  }
}

/** The card of a unit with its notes. */
export function ContactDetails(properties: CardProperties) {
  return (
    <div data-contact="" data-search="skip">
      <ContactCard {...properties} />
      <ContactNotes {...properties} />
    </div>
  );
}

/** How to reach the unit of a service page. */
export function ContactAside({ view, contact }: UnitProperties) {
  const t = useTranslations();
  return (
    <section className="grid grid-cols-1 content-start gap-4" aria-labelledby="contact" data-search="skip">
      <h2 id="contact">{t('contact.title')}</h2>
      <ContactDetails view={view} contact={contact} />
    </section>
  );
}

/** Cards side by side, of equal height, with their notes starting on the same line. */
export function CardGrid({ view, contacts }: { view: View; contacts: readonly Contact[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-column print:grid-cols-[85mm_85mm] print:gap-[4mm]">
      {contacts.map((contact) => (
        <li key={contact.id} className="row-span-2 grid grid-rows-subgrid gap-0 *:contents">
          <ContactDetails view={view} contact={contact} />
        </li>
      ))}
    </ul>
  );
}

/** The cards of all units that answer directly. */
export function ContactCards({ view }: { view: View }) {
  return <CardGrid view={view} contacts={view.site.contacts.filter(isReachable)} />;
}

/** The official name of a unit, with its name in daily use. */
export function UnitName({ view: { language }, contact }: UnitProperties) {
  const name = inLanguage(contact.name, language.code);
  if (!contact.brand) return name;
  return (
    <>
      {name} (<span lang={contact.brandLanguage}>{inLanguage(contact.brand, language.code)}</span>)
    </>
  );
}

/** The name of a unit, linked to its page here or else to its own site, in a list; with `toEntry`, or else to its entry in the directory. */
export function UnitLink({ view, contact, toEntry = false }: UnitProperties & { toEntry?: boolean }) {
  const { site, language } = view;
  const { page, website } = contact;
  const isListed = toEntry && site.directory !== null;
  const own = website && inLanguage(website, language.code);
  const href = page || (isListed && !own) ? unitPath(site, contact, language.code) : own;
  const name = <UnitName view={view} contact={contact} />;
  return href ? (
    <a className="py-2" href={href}>
      {name}
    </a>
  ) : (
    name
  );
}

/** What became of a unit that has ended: its last day, with links to the units that took its place, or else the general number. */
export function UnitEnding({ view, contact }: UnitProperties) {
  const t = useTranslations();
  const { site, language } = view;
  const successors = endingOf(site, contact)?.successors ?? [];
  return (
    <>
      <p>{lifeInWords(site, contact, language, t).join(' ')}</p>
      {successors.length > 0 ? (
        <>
          <p>{t('life.next')}</p>
          <ul data-units>
            {successors.map((each) => (
              <li key={each.id}>
                <UnitLink view={view} contact={each} toEntry />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <GeneralNumber site={site} />
      )}
    </>
  );
}
