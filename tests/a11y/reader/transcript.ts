import { type Heard, wordsWithin } from './heard.ts';

/** Roles that screen readers do not announce, only their text. */
const silent = ['paragraph', 'time', 'strong', 'emphasis', 'mark', 'abbreviation', 'generic', 'code'];
/** Roles whose text is their name, so that it is announced once. */
const named = ['link', 'button', 'heading', 'radio', 'checkbox', 'term'];

/**
 * The announcements of a page as readable text: one line per element, indented by nesting; one line per paragraph, with links in
 * brackets. `{fr-BE}` marks text in another language than that of the page.
 * @param title the title of the document, which is announced first
 */
export function transcript(heard: Heard, title: string): string {
  return `${[`title: ${title}`, ...heard.children.flatMap((child) => linesOf(child, heard.language, 0))].join('\n')}\n`;
}

function linesOf(heard: Heard, language: string, depth: number): string[] {
  const line = (text: string) => `${'  '.repeat(depth)}${inLanguage(heard, language)}${clean(text)}`;
  const { role, name, children } = heard;
  if (role === 'text') return [line(name)];
  if (role === 'status' && children.length === 0) return [];
  if (silent.includes(role)) {
    const text = inline(heard, heard.language);
    return text === '' ? [] : [line(text)];
  }
  const inner = isSaidByName(heard) ? [] : children.flatMap((child) => linesOf(child, heard.language, depth + 1));
  return [line(announce(heard)), ...inner];
}

/** A paragraph on one line. */
function inline(heard: Heard, language: string): string {
  const { role, name, state, children } = heard;
  const mark = inLanguage(heard, language);
  if (role === 'text') return mark + name;
  if (silent.includes(role)) {
    const words = children.map((child) => inline(child, heard.language)).join(' ');
    return [mark + words, ...state].join(', ');
  }
  if (role === 'status' && children.length === 0) return '';
  const inner = isSaidByName(heard) ? '' : children.map((child) => ` ${inline(child, heard.language)}`).join('');
  return `${mark}[${announce({ role, name, state })}${inner}]`;
}

function announce({ role, name, state }: Pick<Heard, 'role' | 'name' | 'state'>): string {
  if (role === 'listitem') {
    const [level = '', position = '', size = ''] = state.map((each) => each.replace(/\D+/g, ''));
    return `item ${position} of ${size}${level === '1' ? '' : `, level ${level}`}`;
  }
  return [role, name, ...state].filter((part) => part !== '').join(', ');
}

/** Whether the text only repeats the name, in the same language. */
function isSaidByName(heard: Heard): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  return (
    named.includes(heard.role) &&
    heard.children.every(({ role, language }) => role === 'text' && language === heard.language) &&
    (heard.name === ''
      ? heard.children.length === 0
      : bare(wordsWithin(heard)) === bare(heard.name) || heard.children.length === 0)
  );
}

function inLanguage({ language }: Heard, around: string): string {
  return language === around ? '' : `{${language}} `;
}

/** Removes what is not audible: soft hyphens, repeated spaces, and the space that joining leaves before punctuation. */
function clean(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,)])/g, '')
    .replace(/(?<=\() /g, '')
    .trim();
}
