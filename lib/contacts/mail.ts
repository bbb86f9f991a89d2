/**
 * The `href` of a link that opens a message with subject and text filled in (RFC 6068).
 * @param to an e-mail address
 * @param body lines separated by \n
 */
export function mailHref(to: string, subject: string, body: string): string {
  const [mailbox = '', domain = ''] = to.split('@');
  const encode = (text: string) => encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return `mailto:${encode(mailbox)}@${domain}?subject=${encode(subject)}&body=${encode(body)}`;
}
