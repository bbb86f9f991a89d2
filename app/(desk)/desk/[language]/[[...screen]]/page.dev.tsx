import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { List } from '#desk/screens/list.tsx';
import { PageEditor } from '#desk/screens/page-editor.tsx';
import { ProposalScreen } from '#desk/screens/proposal.tsx';
import { RecordEditor } from '#desk/screens/record-editor.tsx';
import type { ScreenProps } from '#desk/screens/screen.ts';
import { isEditable, readDeskFile } from '#desk/server/files.ts';
import { DeskData } from '#desk/server/screens-data.ts';
import { suggestionFor } from '#desk/server/suggestion.ts';
import { languages } from '#lib/languages/languages.ts';

export const dynamic = 'force-dynamic';

const root = process.cwd();

interface Properties {
  readonly params: Promise<{ readonly language: string; readonly screen?: string[] }>;
}

/** The editing desk, at `/desk/<language>` of the preview. Never published. */
export default async function DeskPage({ params }: Properties) {
  const { language, screen = [] } = await params;
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

/** The screen at a path: the list, a page by its key, a record by its folder and name, or the proposal. */
async function screenFor(language: string, [kind, ...rest]: readonly string[]) {
  const t = await getTranslations({ locale: language });
  const data = new DeskData(root, language);
  const common = {
    language,
    languages: languages.map(({ code, tag, name }) => ({ code, tag, name })),
    title: t('desk.title'),
  } satisfies ScreenProps;
  if (kind === undefined) return <List {...common} lists={data.lists()} />;
  const name = rest.join('/');
  if (kind === 'page') return pageScreen(data, name, common);
  if (kind === 'propose')
    return <ProposalScreen {...common} title={t('desk.propose')} suggestion={await suggestionFor(root)} />;
  if (kind === 'record') return recordScreen(data, name, common);
  return notFound();
}

function pageScreen(data: DeskData, key: string, common: ScreenProps) {
  const files = data.page(key);
  if (!files) return notFound();
  const title = data.lists().pages.find(({ id }) => id === key)?.title ?? key;
  return (
    <PageEditor
      {...common}
      title={title}
      pageKey={key}
      files={files}
      form={data.form('page')}
      palette={data.palette(key)}
      targets={data.targets()}
      {...data.pageFacts(key)}
    />
  );
}

const forms = { contacts: 'contact', notices: 'notice', site: 'site' } as const;

function recordScreen(data: DeskData, name: string, common: ScreenProps) {
  const [folder = ''] = name.split('/');
  const file = readDeskFile(root, `content/${name}.yaml`);
  if (!file || !isEditable(file.file, languages) || !(folder in forms)) return notFound();
  const form = data.form(forms[folder as keyof typeof forms]);
  return <RecordEditor {...common} title={name} file={file} form={form} preview={data.pathsOfRecord(folder, name)} />;
}
