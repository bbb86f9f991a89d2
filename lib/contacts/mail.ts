/** The `href` of a link that opens a message to an address, with subject and lines of text filled in (RFC 6068). */
export function mailHref(to: string, subject: string, body: string): string {
  const [mailbox = '', domain = ''] = to.split('@');
  const encode = (text: string) => encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return `mailto:${encode(mailbox)}@${domain}?subject=${encode(subject)}&body=${encode(body)}`;
}
