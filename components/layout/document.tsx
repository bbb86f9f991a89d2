import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { fonts } from '../design/fonts.ts';

/**
 * The HTML document around every page. The first picture waits for its end (HTML, link type “expect”): over a slow line it
 * comes in parts, and what is centred or aligned would move with each of them. All of it is one round trip away.
 */
export function Document({
  lang,
  className,
  children,
}: {
  lang: string;
  className?: string;
  children: ReactNode;
}) {
  for (const { name } of fonts)
    preload(`/fonts/${name}`, { as: 'font', type: 'font/woff2', crossOrigin: '' });
  return (
    <html lang={lang}>
      {/* biome-ignore lint/style/noHeadElement: in the App Router the root layout writes the head itself */}
      <head>
        <link rel="expect" href="#end" blocking="render" />
        <link rel="icon" href="/icon.svg" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12141b" media="(prefers-color-scheme: dark)" />
      </head>
      <body className={className}>
        {children}
        <span id="end" hidden />
      </body>
    </html>
  );
}
