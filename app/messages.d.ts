import type gateMessages from '#gate/messages/fr.json';
import type messages from '../messages/fr.json';

// Any language's file gives the shape of the keys; a test holds all files to the same shape.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages & Pick<typeof gateMessages, 'translations'>;
  }
}
