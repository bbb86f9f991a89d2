import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mediaTypes } from '#lib/site/media-types.ts';
import { PublishFault } from '../fault.ts';
import { plainPolicy, resourcePolicy } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { dataPatterns, identifierVary, languagePattern } from './identifiers.ts';
import { nearPaths, nearPattern } from './near-paths.ts';

const template = path.join(import.meta.dirname, 'nginx.conf.template');

/** A complete nginx configuration: `nginx.conf.template` with the rules of the site. */
export function nginxConfiguration(hosting: Hosting): string {
  const { headers, redirects, gone, identifiers, files } = hosting;
  const codes = [...new Set(Object.values(identifiers).flatMap((targets) => Object.keys(targets)))];
  const types = Object.entries(mediaTypes);
  const texts = types.filter(([, type]) => type.includes('charset')).map(([extension]) => extension);
  const holes: Readonly<Record<string, string>> = {
    files: entries(files),
    redirects: entries(redirects),
    dataForms: dataPatterns.map(([pattern, form]) => `    "~*${pattern}" ${quote(form)};`).join('\n'),
    languagePattern: languagePattern(codes),
    identifiers: entries(
      Object.fromEntries(
        Object.entries(identifiers).flatMap(([from, targets]) =>
          Object.entries(targets).map(([code, to]) => [`${code}${from}`, to]),
        ),
      ),
    ),
    identifierVary,
    gone: entries(Object.fromEntries(gone.map((each) => [each, 'gone']))),
    nearPattern,
    near: entries(nearPaths(hosting)),
    extensions: Object.keys(mediaTypes).join('|'),
    texts: texts.join('|'),
    types: types.map(([extension, type]) => `    "~\\.${extension}(\\.br|\\.gz)?$" ${quote(type)};`).join('\n'),
    changing: quote(headers.changing['Cache-Control'] ?? ''),
    immutable: quote(headers.immutable['Cache-Control'] ?? ''),
    plain: plainPolicy,
    pages: entries(headers.pages),
    policies: entries(headers.policies),
    links: entries(headers.links),
    shared: quote(headers.cards[resourcePolicy] ?? ''),
    own: quote(headers.always[resourcePolicy] ?? ''),
    headers: Object.entries(headers.always)
      .filter(([name]) => name !== resourcePolicy)
      .map(([name, value]) => `    add_header ${name} ${quote(value)} always;`)
      .join('\n'),
  };
  return readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (hole, name: string) => holes[name] ?? hole);
}

/** The entries of a map; throws PublishFault for a key with capitals, which maps fold, or with a sign that nginx or a URL reads. */
function entries(table: Readonly<Record<string, string>>): string {
  return Object.entries(table)
    .map(([key, value]) => {
      if (!/^[a-z0-9/._-]+$/.test(key)) {
        throw new PublishFault(`${key} is not a plain path; name the file with a–z, 0–9, ".", "_" and "-".`);
      }
      return `    ${quote(key)} ${quote(value)};`;
    })
    .join('\n');
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}
