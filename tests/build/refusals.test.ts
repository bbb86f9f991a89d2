import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { build, copyProject, earlierSite } from './project-copy.ts';

/* What the build itself refuses, with the real framework: its output changes with its versions, unlike the samples of unit tests. */

const copy = copyProject('refusals');
const hashes = earlierSite(copy);
const yesterday = hashes();
afterAll(() => copy.remove());

/** Builds with some files changed or added, then restores them. */
async function buildWith(files: Readonly<Record<string, string>>) {
  const before = new Map<string, string | null>();
  for (const [file, text] of Object.entries(files)) {
    try {
      before.set(file, copy.read(file));
    } catch {
      before.set(file, null);
    }
    copy.write(file, text);
  }
  try {
    return await copy.run(build);
  } finally {
    for (const [file, text] of before) {
      if (text === null) rmSync(path.join(copy.root, file));
      else copy.write(file, text);
    }
  }
}

const [language] = languages;

test('A build fails without a message in one language, and leaves the site alone', async () => {
  const file = `messages/${language?.code}.json`;
  const { skip, ...rest } = JSON.parse(copy.read(file));
  expect(skip).toBeTypeOf('string');
  const { code, output } = await buildWith({ [file]: JSON.stringify(rest) });
  expect(code).not.toBe(0);
  expect(output).toContain(`${file} lacks skip.`);
  expect(output).not.toMatch(/^\s+at /m);
  expect(hashes()).toEqual(yesterday);
});

test('A build fails with dynamic routes, and names them', async () => {
  const { code, output } = await buildWith({
    'app/live/route.ts': "export const dynamic = 'force-dynamic';\nexport const GET = () => new Response('x');\n",
    'app/(choice)/visit/page.tsx': `import { headers } from 'next/headers';
export default async function Visit() {
  return <p>{(await headers()).get('host')}</p>;
}
`,
    'app/(choice)/news/page.tsx':
      'export const revalidate = 60;\nexport default function News() {\n  return <p>News</p>;\n}\n',
    'proxy.ts': 'export function proxy() {}\n',
  });
  expect(code).not.toBe(0);
  const [, refused = ''] = /Not fully static, so not published: (.*)\.$/m.exec(output) ?? [];
  for (const name of ['/live', '/visit', '/news', 'middleware']) {
    expect(refused.split(', '), output).toContain(name);
  }
  expect(hashes()).toEqual(yesterday);
});

test('A build fails with content that only a script reveals, and names the page', async () => {
  const { code, output } = await buildWith({
    'app/(choice)/late/page.tsx': `import { Suspense } from 'react';
async function Late() {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return <p>{'Late. '.repeat(5000)}</p>;
}
export default function Page() {
  return (
    <html lang="en">
      <body>
        <Suspense fallback={<p>Wait.</p>}>
          <Late />
        </Suspense>
      </body>
    </html>
  );
}
`,
  });
  expect(code).not.toBe(0);
  expect(output).toMatch(/Not published: \/late hides content behind a streaming boundary/);
  expect(output).not.toMatch(/^\s+at /m);
  expect(hashes()).toEqual(yesterday);
});
