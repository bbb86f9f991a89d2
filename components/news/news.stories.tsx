import { homeKey, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { type DatedEntry, YearlyList } from '../dated/dated-list.tsx';
import { ChangeNotes } from '../layout/updated.tsx';
import type { Story } from '../story.ts';

const days = ['2026-11-20', '2026-03-02', '2025-06-15', '2024-12-01'];

function entriesOn({ site, language }: View): DatedEntry[] {
  const { path, title, summary } = twinOf(pageOf(site, homeKey), language.code);
  return days.map((day, index) => ({ day, path: `${path}?${day}`, title, text: index < 2 ? summary : null }));
}

function changed(view: View): View {
  const { page, language } = view;
  const twin = twinOf(page, language.code);
  const changes = days.slice(0, 2).map((day) => ({ day, text: twin.summary }));
  return { ...view, page: { ...page, twins: { ...page.twins, [language.code]: { ...twin, changes } } } };
}

export const stories: readonly Story[] = [
  {
    name: 'List by year, such as news',
    render: (view) => (
      <div className="wrap prose">
        <YearlyList language={view.language} entries={entriesOn(view)} />
      </div>
    ),
  },
  { name: 'Change notes', render: (view) => <ChangeNotes view={changed(view)} /> },
];
