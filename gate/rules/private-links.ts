import { type Finding, type Place, rule } from '../finding/finding.ts';

/** A link that no visitor can follow, or that watches who follows it. */
export const privateLink = rule({ code: 'C035', severity: 'error', guide: 'links' });

/** Hosts behind which the real address is hidden: mail filters, short addresses, counters of clicks. */
const redirectors =
  /(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|mimecast(?:protect)?\.com|linkprotect\.cudasvc\.com|secure-web\.cisco\.com|clicktime\.symantec\.com|(?:l|lm)\.facebook\.com|slack-redir\.net|list-manage\.com|sendgrid\.net|bit\.ly|t\.co|tinyurl\.com|goo\.gl|(?:[\w-]+\.)?cdn\.ampproject\.org|lnkd\.in|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rebrand\.ly|shorturl\.at|translate\.google\.\w+|translate\.goog)$/;

/** Services that show a document or a mailbox only to people who are signed in, by host and path. */
const behindLogin =
  /(?:^|\.)(?:sharepoint\.com|onedrive\.live\.com|1drv\.ms|drive\.google\.com|docs\.google\.com(?!\/forms\/)|teams\.microsoft\.com\/l\/(?:file|channel|team|chat)|outlook\.(?:office|office365|live)\.com|mail\.google\.com|dropbox\.com|wetransfer\.com|we\.tl)(?:\/|$)/;

/** Names and numbers of hosts inside an organisation (RFC 1918, RFC 6762, RFC 8375) and of sites before their publication. */
const inside =
  /^[^.]+$|^\[|^\d+(?:\.\d+){3}$|\.(?:local|localhost|localdomain|intranet|intra|lan|internal|corp|home|arpa|private|test|invalid)$|^(?:intranet|staging|stg|dev|acc|acceptance|uat|preprod|preview|owa|vpn)\./;

/** Parameters that only follow visitors, or hold the session of the person who copied the address. */
const trackers =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hsenc|_hsmi|mkt_tok|phpsessid|jsessionid|(?:asp)?sessionid)$/i;

/** C035: an address that starts with https, and is not one for the public. */
export function checkPrivate(target: string, place: Place): Finding[] {
  if (!URL.canParse(target)) return [];
  const url = new URL(target);
  const inner = [...url.searchParams.values()].find((value) => /^https?:\/\/[^/]+\.[^/]/.test(value));
  const isRedirect =
    redirectors.test(url.hostname) ||
    /^\/amp\/s\//.test(url.pathname) ||
    (inner !== undefined &&
      /^\/(?:url|l\.php|(?:redir\/)?redirect|redir|link|out|click|track)?\/?$/.test(url.pathname));
  const report = (kind: string, suggestion = 'none') => [
    privateLink.at(place, { kind, target: target.slice(0, 80), suggestion }),
  ];
  if (isRedirect) return report('redirect', inner);
  if (inside.test(url.hostname)) return report('inside');
  if (behindLogin.test(url.hostname + url.pathname)) return report('login');
  const names = [...url.searchParams.keys()].filter((name) => trackers.test(name));
  for (const name of names) url.searchParams.delete(name);
  const plain = url.href.replace(/;jsessionid=[^/?#]*/i, '');
  return names.length > 0 || plain !== url.href ? report('tracking', plain) : [];
}
