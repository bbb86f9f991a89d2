import { z } from 'zod';
import { type Found, foundAt } from './found.ts';

const emailInText = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const emailAlone = new RegExp(`^${emailInText.source}$`, 'u');

/** The e-mail addresses in a text. */
export function findEmails(text: string): Found[] {
  return [...text.matchAll(emailInText)].map(foundAt);
}

/** Whether a text is an e-mail address that a record may hold. */
export function isEmail(text: string): boolean {
  return z.email().safeParse(text).success;
}

/** Whether a text is an https address (RFC 3986) of a host name, without user information, which can pass for the name of another site. */
export function isHttps(text: string): boolean {
  const url = /^https:\/\/[^\s"<>\\^`{|}]+$/.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === '' && /^[\w.-]+$|^\[/.test(url.hostname);
}

/** Whether a text is a web or e-mail address instead of words. */
export function isAddress(text: string): boolean {
  const trimmed = text.trim();
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S+$/i.test(trimmed) || emailAlone.test(trimmed);
}
