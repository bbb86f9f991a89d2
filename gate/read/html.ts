/** HTML tags by what editors use them for; the messages have a remedy for each use. */
const kinds: Readonly<Record<string, string>> = {
  break: 'br wbr',
  bold: 'b strong mark',
  italic: 'i em cite dfn',
  underline: 'u ins',
  link: 'a',
  image: 'img picture figure figcaption svg source',
  table: 'table thead tbody tfoot tr td th caption',
  list: 'ul ol li dl dt dd',
  heading: 'h1 h2 h3 h4 h5 h6',
  box: 'p div span font center section article aside small big main header footer',
  script: 'script noscript template style link meta base',
  frame: 'iframe video audio embed object canvas frame',
  form: 'form input button select option textarea label',
  raised: 'sup sub',
  folded: 'details summary',
  quote: 'blockquote q',
  line: 'hr',
};

const byTag = new Map(
  Object.entries(kinds).flatMap(([kind, tags]) => tags.split(' ').map((tag) => [tag, kind] as const)),
);

/** The use of a tag, as the messages name it; `other` for a tag that editors hardly type. */
export function kindOfTag(tag: string): string {
  return byTag.get(tag.toLowerCase()) ?? 'other';
}
