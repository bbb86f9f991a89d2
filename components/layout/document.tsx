import type { ReactNode } from 'react';
import { preload } from 'react-dom';

const fonts = ['/fonts/newsreader.woff2', '/fonts/radio-canada.woff2'];

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
  for (const font of fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: '' });
  return (
    <html lang={lang}>
      {/* biome-ignore lint/style/noHeadElement: in the App Router the root layout writes the head itself */}
      <head>
        <link rel="expect" href="#end" blocking="render" />
        <link rel="icon" href="/icon.svg" />
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
