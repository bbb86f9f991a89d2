import type { OpenPoints } from '#lib/records/open-points.ts';
import { type Finding, rule, suggestionFor } from '../finding/finding.ts';
import type { WholeSite } from '../read/files.ts';
import type { YamlResult } from '../read/yaml.ts';
import { unknownContact } from './contacts.ts';
import { unknownPage } from './pages.ts';

export const blockingPoint = rule({ code: 'C170', severity: 'error', guide: 'openPoints' });

/** Open points refer to pages and contacts that exist, drafts included. */
export function checkOpenPoints(points: YamlResult<OpenPoints>, { pageKeys, contactIds }: WholeSite): Finding[] {
  return Object.entries(points.value ?? {}).flatMap(([name, { where }]) =>
    where.flatMap((target, index) => {
      const [kind, key = ''] = target.split(':', 2);
      const known = kind === 'page' ? pageKeys : contactIds;
      if (known.has(key)) return [];
      const place = points.place([name, 'where', index]);
      const suggestion = suggestionFor(key, known);
      return [
        kind === 'page'
          ? unknownPage.at(place, { key, suggestion })
          : unknownContact.at(place, { id: key, suggestion }),
      ];
    }),
  );
}

/** C170: before a release, every blocking question has an answer. */
export function checkRelease(points: YamlResult<OpenPoints>): Finding[] {
  return Object.entries(points.value ?? {})
    .filter(([, { blocks }]) => blocks)
    .map(([name]) => blockingPoint.at(points.place([name]), { name }));
}
