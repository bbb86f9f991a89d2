import { noticeFrom, noticeNames, withoutNotice } from '#edit/notice.ts';
import { writeChanges } from '#edit/project.ts';
import { isCalendarDate } from '#lib/recognise/dates.ts';
import { runCommand } from './command.ts';
import { root, today } from './environment.ts';

/**
 * `npm run notice -- <template>`: puts up a prepared notice in every language, on the whole site or on what `--page` and `--unit` name
 * (comma-separated), from today or `--begin` to `--end`. `--down <key>` takes a notice down. Without arguments it lists both.
 */

const options = {
  page: { type: 'string', default: '' },
  unit: { type: 'string', default: '' },
  begin: { type: 'string', default: today() },
  end: { type: 'string' },
  down: { type: 'string' },
} as const;

const listOf = (text: unknown) => String(text).split(',').filter(Boolean);

runCommand('notice', options, ({ words: [name, ...rest], options: chosen, project, say, misuse }) => {
  const { begin, end, down } = chosen;
  const days = [begin, end].filter((day) => day !== undefined);
  if (rest.length > 0 || (down !== undefined && name) || !days.every((day) => isCalendarDate(String(day)))) misuse();
  if (down !== undefined) {
    const changes = withoutNotice(project, String(down));
    writeChanges(root, changes);
    return say('down', { key: String(down) });
  }
  if (!name) {
    const { templates, notices } = noticeNames(project);
    return say('list', { templates: templates.join(', '), notices: notices.join(', ') || 'none' });
  }
  const reach = { pages: listOf(chosen['page']), units: listOf(chosen['unit']), begin: String(begin) };
  const { changes, end: last } = noticeFrom(project, name, {
    ...reach,
    end: end === undefined ? undefined : String(end),
  });
  writeChanges(root, changes);
  for (const file of changes.keys()) console.log(`${file}:1`);
  say('up', { begin: String(begin), end: last });
});
