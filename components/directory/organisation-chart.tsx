import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import { contactKinds, isAffiliated } from '#lib/records/contact.ts';
import { type Contact, partsOf, unitPath, type View } from '#lib/site/site.ts';
import { UnitName } from '../contact-card/contact-card.tsx';

/** The organisation with its parts, beside it the units that are part of no other: every unit once, as lists that style draws as a chart. */
export function OrganisationChart({ view }: { view: View }) {
  const { site } = view;
  return (
    <ul
      className="chart *:relative xl:*:row-span-2 xl:*:grid xl:*:grid-cols-1 xl:*:grid-rows-subgrid grid gap-x-column gap-y-6 xl:auto-cols-[minmax(0,1fr)] xl:grid-flow-col xl:grid-rows-[auto_1fr] xl:gap-y-0 print:grid-cols-3"
      data-search="skip"
    >
      <li>
        <p className="flex items-center border-[1.5px] border-edge bg-plate px-4 py-2 font-bold text-on-plate">
          <ChartLink view={view} contact={site.organisation} className="text-inherit" />
        </p>
        <ul className="branch pt-2 text-sm">
          <Groups view={view} units={partsOf(site, site.organisation)} />
        </ul>
      </li>
      <Groups view={view} units={partsOf(site, null)} />
    </ul>
  );
}

/** Units of the same rank by kind, each kind with its title and how it relates to the organisation. */
function Groups({ view, units }: { view: View; units: readonly Contact[] }) {
  const t = useTranslations();
  return contactKinds.map((kind) => {
    const ofKind = units.filter((unit) => unit.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <li key={kind}>
        <p className="font-bold">{t(`kinds.${kind}.title`)}</p>
        <div>
          {isAffiliated(kind) && <p className="pt-2 text-sm text-soft">{t(`kinds.${kind}.note`)}</p>}
          <Branch view={view} units={ofKind} />
        </div>
      </li>
    );
  });
}

/** Units with their parts, however deep. */
function Branch({ view, units }: { view: View; units: readonly Contact[] }) {
  if (units.length === 0) return null;
  return (
    <ul className="branch pt-2 text-sm">
      {units.map((unit) => (
        <li key={unit.id}>
          <ChartLink view={view} contact={unit} />
          <Branch view={view} units={partsOf(view.site, unit)} />
        </li>
      ))}
    </ul>
  );
}

function ChartLink({ view, contact, className }: { view: View; contact: Contact; className?: string }) {
  const { site, language } = view;
  return (
    <a className={className} href={unitPath(site, contact, language.code)}>
      <UnitName view={view} contact={contact} />
      {contact.abbreviation && ` (${inLanguage(contact.abbreviation, language.code)})`}
    </a>
  );
}
