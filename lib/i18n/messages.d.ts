import type messages from '../../messages/fr.json';

// Any language's file gives the shape of the keys; a test holds all files to the same shape.
declare module 'next-intl' {
  interface AppConfig {
    Messages: Omit<typeof messages, 'check' | 'guide' | 'new' | 'report'>;
  }
}
