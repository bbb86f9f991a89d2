import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { fonts } from '#lib/site/fonts.ts';

/**
 * The HTML document around every page. The first paint waits for the end of the document (HTML, link type “expect”): over a slow line it
 * arrives in parts, and each part would shift what is centred or aligned. The whole document takes one round trip.
 */
export function Document({ lang, className, children }: { lang: string; className?: string; children: ReactNode }) {
  for (const { name } of fonts) preload(`/fonts/${name}`, { as: 'font', type: 'font/woff2', crossOrigin: '' });
  return (
    <html lang={lang}>
      {/* biome-ignore lint/style/noHeadElement: in the App Router the root layout writes the head itself */}
      <head>
        <link rel="expect" href="#end" blocking="render" />
        <link rel="icon" href="/icon.svg" />
        {/* iOS would turn years and article numbers into telephone links; links to `tel:` are not affected. */}
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12141b" media="(prefers-color-scheme: dark)" />
      </head>
      <body className={className}>
        {children}
        <span id="end" hidden />
      </body>
    </html>
  );
}
