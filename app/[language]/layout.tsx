import '../site.css';
import type { ReactNode } from 'react';
import { Document } from '#components/layout/document.tsx';
import { languageOf } from '#lib/languages/languages.ts';

interface Properties {
  params: Promise<{ language: string }>;
  children: ReactNode;
}

/** The HTML document in the language of the path. */
export default async function LanguageLayout({ params, children }: Properties) {
  const { language } = await params;
  return <Document lang={languageOf(language).tag}>{children}</Document>;
}
