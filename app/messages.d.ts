import type gateMessages from '#gate/messages/fr.json';
import type messages from '../messages/fr.json';

// The keys of one language stand for all: a test compares the files.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages & Pick<typeof gateMessages, 'openPoints' | 'desk' | 'translations'>;
  }
}
