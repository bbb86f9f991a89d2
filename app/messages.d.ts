import type gateMessages from '#gate/messages/fr.json';
import type messages from '../messages/fr.json';

// The types come from one language: a test checks that all languages have the same keys.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages & Pick<typeof gateMessages, 'openPoints' | 'desk' | 'preview' | 'translations'>;
  }
}
