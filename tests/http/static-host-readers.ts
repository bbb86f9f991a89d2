import { readFile } from 'node:fs/promises';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';

/** The headers that a host sends for a path, by name in lower case. */
export type HeadersAt = (path: string) => Record<string, string>;

/** Reads `_headers` with Netlify's own parser. As in its command line, the last of several rules applies. */
export async function readAsNetlify(file: string): Promise<HeadersAt> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: [],
    netlifyConfigPath: undefined,
    minimal: false,
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const rules = headers as readonly { forRegExp: RegExp; values: Record<string, string> }[];
  return (path) =>
    lowerCase(Object.assign({}, ...rules.filter((rule) => rule.forRegExp.test(path)).map((rule) => rule.values)));
}

interface CloudflareRule {
  readonly path: RegExp;
  readonly set: [string, string][];
  readonly unset: string[];
}

/**
 * Reads `_headers` as Cloudflare documents it: `*` matches any characters, once in a path; all matching rules apply, in order; a
 * line with `!` removes what was set before; values of a header that is set again are joined by a comma.
 * @throws Error for what Cloudflare ignores: long lines, too many rules, a path with two `*`
 */
export async function readAsCloudflare(file: string): Promise<HeadersAt> {
  const rules: CloudflareRule[] = [];
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    if (line.length > 2000) throw new Error(`longer than 2,000 characters: ${line.slice(0, 80)}…`);
    const [, removed] = /^! (\S+)$/.exec(text) ?? [];
    const [, name = '', value = ''] = /^([^:\s]+): (.+)$/.exec(text) ?? [];
    if (text.startsWith('/')) {
      if (text.split('*').length > 2) throw new Error(`two wildcards: ${text}`);
      const pattern = text
        .split('*')
        .map((part) => RegExp.escape(part))
        .join('.*');
      rules.push({ path: new RegExp(`^${pattern}$`), set: [], unset: [] });
    } else if (removed) rules.at(-1)?.unset.push(removed.toLowerCase());
    else if (name) rules.at(-1)?.set.push([name.toLowerCase(), value]);
    else throw new Error(`not a path, a header or a removal: ${line}`);
  }
  if (rules.length > 100) throw new Error(`${rules.length} rules`);
  return (path) => {
    const headers: Record<string, string> = {};
    for (const { set, unset } of rules.filter((rule) => rule.path.test(path))) {
      for (const name of unset) delete headers[name];
      for (const [name, value] of set) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
    return headers;
  };
}

/** Reads `_redirects` with Netlify's own parser. */
export async function readRedirects(file: string): Promise<[from: string, to: string, status: number][]> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [file],
    configRedirects: [],
    minimal: false,
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return (redirects as { path: string; to: string; status: number }[]).map(({ path, to, status }) => [
    path,
    to,
    status,
  ]);
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
