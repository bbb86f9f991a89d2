import { useTranslations } from 'next-intl';
import { contactKinds } from '#lib/records/contact.ts';
import { contactsOfKind, type View } from '#lib/site/site.ts';
import { ElementScript } from '../element-script.tsx';
import { DirectoryGroup } from './directory-group.tsx';
import { FilterControls } from './filter-controls.tsx';
import { FormerUnits } from './former-units.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'directory-filter': { className: string; counts: string; children: ReactNode };
    }
  }
}

/** All units, grouped by kind. The id of a unit is the anchor of its entry. With script, the directory can be filtered. */
export function Directory({ view }: { view: View }) {
  const t = useTranslations();
  const { site } = view;
  const kinds = contactKinds.filter((kind) => contactsOfKind(site, kind).length > 0);
  const counts = [0, ...site.contacts.keys().map((index) => index + 1)];
  return (
    <directory-filter className="block" counts={counts.map((count) => t('directory.count', { count })).join('|')}>
      <FilterControls view={view} kinds={kinds} />
      <div className="noscript:pt-6" data-entries>
        {kinds.map((kind) => (
          <DirectoryGroup key={kind} view={view} kind={kind} />
        ))}
      </div>
      <FormerUnits view={view} />
      <ElementScript name="directory-filter" />
    </directory-filter>
  );
}
