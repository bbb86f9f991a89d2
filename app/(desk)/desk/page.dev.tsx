import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ScreenProps } from '#desk/screens/context.tsx';
import { EditorScreen } from '#desk/screens/editor.tsx';
import { List } from '#desk/screens/list.tsx';
import { ProposalScreen } from '#desk/screens/proposal.tsx';
import { DeskContent } from '#desk/server/content.ts';
import { history, suggestionFor } from '#desk/server/git.ts';
import { signedIn } from '#desk/server/guard.ts';
import { languages } from '#lib/languages/languages.ts';

export const dynamic = 'force-dynamic';

const root = process.cwd();

interface Properties {
  /** The parts of the path (`next.config.ts`). */
  readonly searchParams: Promise<{ readonly language?: string; readonly screen?: string }>;
}

/** The editing desk, at `/desk/<language>` of the preview. Never published. */
export default async function DeskPage({ searchParams }: Properties) {
  const { language = '', screen = '' } = await searchParams;
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
async function screenFor(language: string, screen: string) {
  const [kind, ...rest] = screen.split('/');
  const t = await getTranslations({ locale: language });
  const common = {
    language,
    languages: languages.map(({ code, tag, name }) => ({ code, tag, name })),
    title: t('desk.title'),
  } satisfies ScreenProps;
  if (kind === 'propose') {
    const who = signedIn(await headers());
    const suggestion = { ...(await suggestionFor(root)), ...who };
    return <ProposalScreen {...common} title={t('desk.propose')} suggestion={suggestion} isSignedIn={who !== null} />;
  }
  const content = new DeskContent(root, language);
  if (!kind) return <List {...common} groups={content.lists()} />;
  if (kind !== 'page' && kind !== 'record') return notFound();
  const open = content[kind](rest.join('/'));
  if (!open) return notFound();
  const versions = await history(
    root,
    open.files.map(({ file }) => file),
  );
  return <EditorScreen {...common} {...open} versions={versions} />;
}
