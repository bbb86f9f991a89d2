import { useTranslations } from 'next-intl';
import { ElementScript } from '../element-script.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-text': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { text: string };
    }
  }
}

/** A button that copies a text. The element shows it; until then its place is empty, so nothing moves. */
export function CopyText({ text }: { text: string }) {
  const t = useTranslations();
  return (
    <copy-text text={text}>
      <button type="button" className="link" hidden>
        <span>
          {t('copy.copy')} <span className="sr-only">{text}</span>
        </span>
        <span>{t('copy.copied')}</span>
        <span>{t('copy.failed')}</span>
      </button>
      <ElementScript name="copy-text" />
    </copy-text>
  );
}
