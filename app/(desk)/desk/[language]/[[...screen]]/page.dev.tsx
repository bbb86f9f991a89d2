import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ScreenProps } from '#desk/screens/context.tsx';
import { List } from '#desk/screens/list.tsx';
import { PageEditor } from '#desk/screens/page-editor.tsx';
import { ProposalScreen } from '#desk/screens/proposal.tsx';
import { RecordEditor } from '#desk/screens/record-editor.tsx';
import { DeskContent } from '#desk/server/content.ts';
import { readDeskFile, schemaOfFile } from '#desk/server/files.ts';
import { suggestionFor } from '#desk/server/git.ts';
import { signedIn } from '#desk/server/guard.ts';
import { siteDay } from '#gate/finding/days.ts';
import { languages } from '#lib/languages/languages.ts';

export const dynamic = 'force-dynamic';

const root = process.cwd();

interface Properties {
  readonly params: Promise<{ readonly language: string; readonly screen?: string[] }>;
}

/** The editing desk, at `/desk/<language>` of the preview. Never published. */
export default async function DeskPage({ params }: Properties) {
  const { language, screen = [] } = await params;
  signedIn(await headers());
  const own = languages.find(({ code }) => code === language);
  if (!own) notFound();
  setRequestLocale(language);
  const messages = await getMessages({ locale: language });
  const t = await getTranslations({ locale: language });
  return (
    <html lang={own.tag}>
      <body>
        <title>{t('desk.title')}</title>
        <NextIntlClientProvider locale={language} messages={{ desk: messages.desk }}>
          {await screenFor(language, screen)}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** The screen at a path: the list, a page by its key, a record by its file, or the proposal. */
async function screenFor(language: string, [kind, ...rest]: readonly string[]) {
  const t = await getTranslations({ locale: language });
  const content = new DeskContent(root, language);
  const common = {
    language,
    languages: languages.map(({ code, tag, name }) => ({ code, tag, name })),
    title: t('desk.title'),
  } satisfies ScreenProps;
  const name = rest.join('/');
  if (kind === undefined) return <List {...common} lists={content.lists()} day={siteDay(process.env)} />;
  if (kind === 'page') return pageScreen(content, name, common);
  if (kind === 'record') return recordScreen(content, `content/${name}.yaml`, common);
  if (kind !== 'propose') return notFound();
  const who = signedIn(await headers());
  const suggestion = { ...(await suggestionFor(root)), ...who };
  return <ProposalScreen {...common} title={t('desk.propose')} suggestion={suggestion} isSignedIn={who !== null} />;
}

function pageScreen(content: DeskContent, key: string, common: ScreenProps) {
  const files = content.page(key);
  if (!files) return notFound();
  const items = content.lists().groups.flatMap(({ kind, items: own }) => (['pages', 'news'].includes(kind) ? own : []));
  const { isWide, ...facts } = content.pageFacts(key);
  const targets = Object.fromEntries(languages.map(({ code }) => [code, content.targets(code)]));
  return (
    <PageEditor
      {...common}
      title={items.find(({ id }) => id === key)?.title ?? key}
      page={{ key, palette: content.palette(key), targets, isWide }}
      files={files}
      form={content.form(files[0]?.file ?? '')}
      pages={items.map(({ id, title }) => ({ value: id, label: title }))}
      {...facts}
    />
  );
}

function recordScreen(content: DeskContent, name: string, common: ScreenProps) {
  const schema = schemaOfFile(name);
  const file = schema === null ? null : readDeskFile(root, name);
  if (!file) return notFound();
  const known = content.lists().groups.flatMap(({ items }) => items);
  return (
    <RecordEditor
      {...common}
      title={known.find(({ id }) => id === name)?.title ?? name}
      file={file}
      form={content.form(name)}
      paths={content.pathsOfRecord(name)}
      canRemove={file.version !== null && ['contact', 'notice', 'template'].includes(schema ?? '')}
    />
  );
}
