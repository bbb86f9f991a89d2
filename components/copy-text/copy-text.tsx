import { useTranslations } from 'next-intl';
import { ElementScript } from '../element-script.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-text': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { text: string };
    }
  }
}

/**
 * A button that copies a text. The element shows it; until then its place is empty, so nothing moves.
 * @param name the text as the page shows it, for the name of the button
 */
export function CopyText({ text, name = text }: { text: string; name?: string }) {
  const t = useTranslations();
  return (
    <copy-text text={text}>
      <button type="button" className="link" hidden>
        <span>
          {t('copy.copy')} <span className="sr-only">{name}</span>
        </span>
        <span>{t('copy.copied')}</span>
        <span>{t('copy.failed')}</span>
      </button>
      <ElementScript name="copy-text" />
    </copy-text>
  );
}
