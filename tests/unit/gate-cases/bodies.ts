import { type Case, home, text } from './case.ts';

export const bodies: readonly Case[] = [
  {
    name: 'an unclosed component',
    changes: text('Text.\n\n<Callout title="Note">\n\nText.'),
    expects: [`C020 ${home}:11`],
  },
  { name: 'an unclosed brace', changes: text('If a { b.'), expects: [`C080 ${home}:9`] },
  { name: 'an HTML comment', changes: text('<!-- later -->'), expects: [`C020 ${home}:9`] },
  { name: 'an import', changes: text("Text.\n\nimport fs from 'node:fs'"), expects: [`C021 ${home}:11`] },
  { name: 'an export', changes: text('export const secret = process.env.HOME'), expects: [`C021 ${home}:9`] },
  {
    name: 'an expression in a sentence',
    changes: text('Home is {process.env.HOME}.'),
    expects: [`C021 ${home}:9`],
  },
  {
    name: 'an expression of its own',
    changes: text("Text.\n\n{require('node:fs')}"),
    expects: [`C021 ${home}:11`],
  },
  { name: 'a page with a note alone', changes: text('{/* later */}'), expects: [`C019 ${home}:9`] },
  { name: 'code behind a note', changes: text('Text.\n\n{/* later */ 1}'), expects: [`C021 ${home}:11`] },
  {
    name: 'an expression deep inside',
    changes: text('<Rows>\n\n<Row title="A">\n\n- a list with {1 + 1}\n\n</Row>\n\n</Rows>'),
    expects: [`C021 ${home}:13`],
  },
  {
    name: 'an expression as attribute',
    changes: text('<ContactCard contact={process.env.HOME} />'),
    expects: [`C021 ${home}:9`, `C025 ${home}:9`],
  },
  {
    name: 'attributes spread from code',
    changes: text('<BigNumber {...process.env} value="1" label="one" />'),
    expects: [`C021 ${home}:9`],
  },
  {
    name: 'a misspelt component',
    changes: text('<Diretory />'),
    expects: [`C022 ${home}:9`],
    suggests: 'Directory',
  },
  {
    name: 'a component that does not exist',
    changes: text('<Constructor />'),
    expects: [`C022 ${home}:9`],
    suggests: 'none',
  },
  {
    name: 'a misspelt attribute',
    changes: text('<BigNumber valu="1" value="1" label="one" />'),
    expects: [`C023 ${home}:9`],
    suggests: 'value',
  },
  {
    name: 'an attribute that every object has',
    changes: text('<Directory toString="x" />'),
    expects: [`C023 ${home}:9`],
    suggests: 'none',
  },
  { name: 'a missing attribute', changes: text('<BigNumber value="1" />'), expects: [`C024 ${home}:9`] },
  {
    name: 'an attribute without a value',
    changes: text('<Callout title>\n\nText.\n\n</Callout>'),
    expects: [`C025 ${home}:9`],
  },
  {
    name: 'an attribute that is empty',
    changes: text('<Callout title="">\n\nText.\n\n</Callout>'),
    expects: [`C025 ${home}:9`],
  },
  {
    name: 'a row outside its list',
    changes: text('<Row title="A">\n\nText.\n\n</Row>'),
    expects: [`C026 ${home}:9`],
  },
  {
    name: 'a row too deep in its list',
    changes: text('<Rows>\n\n<Callout title="A">\n\n<Row title="A">\n\nText.\n\n</Row>\n\n</Callout>\n\n</Rows>'),
    expects: [`C026 ${home}:11`, `C026 ${home}:13`],
  },
  { name: 'a script', changes: text('<script>alert(1)</script>'), expects: [`C027 ${home}:9`] },
  {
    name: 'a frame',
    changes: text('Text.\n\n<iframe src="https://other.example"></iframe>'),
    expects: [`C027 ${home}:11`],
  },
  {
    name: 'a style',
    changes: text('A <span style="color: red">red</span> word.'),
    expects: [`C027 ${home}:9`],
  },
  { name: 'a tag that every object has', changes: text('<constructor />'), expects: [`C027 ${home}:9`] },
  { name: 'a tag without a name', changes: text('<>\n\nText.\n\n</>'), expects: [`C027 ${home}:9`] },
  {
    name: 'words in a component that shows its own',
    changes: text('<Directory>\n\nThese words would be lost.\n\n</Directory>'),
    expects: [`C028 ${home}:9`],
  },
  {
    name: 'an image from elsewhere',
    changes: text('![A picture](https://other.example/a.png)'),
    expects: [`C029 ${home}:9`],
  },
  {
    name: 'an image by reference',
    changes: text('![A picture][a]\n\n[a]: https://other.example/a.png'),
    expects: [`C029 ${home}:9`],
  },
  {
    name: 'an unknown kind of contact',
    changes: text('<Units kind="friends" />'),
    expects: [`C008 ${home}:9`],
  },
  {
    name: 'a malformed language tag',
    changes: text('A <Lang code="english!">word</Lang>.'),
    expects: [`C007 ${home}:9`],
  },
  { name: 'a first-level heading', changes: text('# Again a title'), expects: [`C040 ${home}:9`] },
  {
    name: 'a heading level that is skipped',
    changes: text('## Two\n\n#### Four'),
    expects: [`C041 ${home}:11`],
  },
  { name: 'a body that starts too deep', changes: text('### Three'), expects: [`C041 ${home}:9`] },
  {
    name: 'the same heading twice',
    changes: text('## Two\n\nText.\n\n## Two'),
    expects: [`C042 ${home}:13`],
  },
];
