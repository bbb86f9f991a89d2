import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathsFile, readRegister } from '#gate/rules/paths.ts';
import { languages } from '#lib/languages/languages.ts';
import { immutablePrefix } from '#publish/hosts/headers.ts';
import { fileOfPage, notFoundFile } from '#publish/hosts/site-files.ts';
import { choicePath, publishedPages, root } from '../../published-site.ts';
import { ask } from '../client.ts';
import type { Host } from '../hosts.ts';
import { Faults, fileOf, type HostPromise, rulesOf } from './promise.ts';

const html = 'text/html; charset=utf-8';

/** Paths that do not exist, among them internal files of the build. */
const lost = [
  '/bestaat-niet',
  '/nl/bestaat-niet',
  '/404',
  '/404.html',
  '/404/',
  '/index',
  '/assets',
  '/assets/',
  '/assets/font.0123456789.woff2',
  '/hosting.json',
  '/manifest.json',
  '/nginx.conf',
  '/report.json',
  '/.env',
  '/.git/config',
  '/constructor',
  '/__proto__',
];

export const answersEveryPage: HostPromise = {
  name: 'answers every page with 200, its own HTML in its language, and all headers',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const pages = [
      { path: choicePath, tag: languages[0]?.tag },
      ...publishedPages.map(({ path: pagePath, twin }) => ({
        path: pagePath,
        tag: languages.find(({ code }) => code === twin.language)?.tag,
      })),
    ];
    for (const { path: pagePath, tag } of pages) {
      for (const target of [pagePath, `${pagePath}?utm_source=mail&x=%20`]) {
        const answer = await ask(host.port, target);
        faults.equal(`${target}: status`, answer.status, 200);
        faults.equal(`${target}: Content-Type`, answer.headers['content-type'], html);
        faults.equal(
          `${target}: Cache-Control`,
          answer.headers['cache-control'],
          rules.headers.changing['Cache-Control'],
        );
        faults.commonHeaders(target, answer, rules, fileOfPage(pagePath));
        faults.body(target, answer.body, fileOf(host, fileOfPage(pagePath)));
        faults.that(
          `${target}: not in ${tag}`,
          answer.body.toString().startsWith(`<!doctype html><html lang="${tag}"`),
        );
      }
    }
    return faults.found;
  },
};

export const answersEveryFile: HostPromise = {
  name: 'sends every other file with its media type, and only fingerprinted files as immutable',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const types = typesOf(host);
    const others = Object.entries(rules.files).filter(([, file]) => !file.endsWith('.html'));
    faults.that('there is no other file', others.length > 0);
    for (const [pagePath, file] of others) {
      const answer = await ask(host.port, pagePath);
      const caching = pagePath.startsWith(immutablePrefix) ? rules.headers.immutable : rules.headers.changing;
      faults.equal(`${pagePath}: status`, answer.status, 200);
      faults.equal(`${pagePath}: Content-Type`, answer.headers['content-type'], types.get(file));
      faults.equal(`${pagePath}: Cache-Control`, answer.headers['cache-control'], caching['Cache-Control']);
      faults.commonHeaders(pagePath, answer, rules, file);
      faults.body(pagePath, answer.body, fileOf(host, file));
    }
    return faults.found;
  },
};

export const answersUnknownPaths: HostPromise = {
  name: 'answers an unknown path with 404 and the error page in all languages',
  async faults(host) {
    const faults = new Faults();
    const page = fileOf(host, notFoundFile);
    for (const { tag } of languages) {
      const section = new RegExp(`<section [^>]*lang="${tag}"`);
      faults.that(`the error page has no section in ${tag}`, section.test(page.toString()));
    }
    for (const target of lost) {
      faults.errorPage(target, await ask(host.port, target), host, [404]);
    }
    return faults.found;
  },
};

export const answersEveryOldPath: HostPromise = {
  name: 'answers every path that was ever published: with its page, a redirect to it in one hop, or 410',
  async faults(host) {
    const faults = new Faults();
    const { entries } = readRegister(readFileSync(path.join(root, pathsFile), 'utf8'));
    faults.equal('pages in the register', entries.length >= publishedPages.length, true);
    const { files, redirects, gone } = rulesOf(host);
    for (const pagePath of new Set([...entries.map((entry) => entry.path), ...Object.keys(redirects)])) {
      const { status, headers } = await ask(host.port, pagePath);
      const expected = pagePath in files ? 200 : gone.includes(pagePath) ? 410 : 301;
      faults.equal(`${pagePath}: status`, status, expected);
      if (status !== 301) continue;
      const target = await ask(host.port, headers.location ?? '/nowhere');
      faults.equal(`${pagePath}: status of ${headers.location}`, target.status, 200);
    }
    return faults.found;
  },
};

export const answersGone: HostPromise = {
  name: 'answers a path that is gone for good with 410 and the error page, with and without a query',
  async faults(host) {
    const faults = new Faults();
    for (const pagePath of rulesOf(host).gone) {
      for (const target of [pagePath, `${pagePath}?a=b`]) {
        faults.errorPage(target, await ask(host.port, target), host, [410]);
      }
      const head = await ask(host.port, pagePath, { method: 'HEAD' });
      faults.equal(`HEAD ${pagePath}: status`, head.status, 410);
      faults.equal(`HEAD ${pagePath}: length of the body`, head.body.length, 0);
    }
    return faults.found;
  },
};

/** The media type of each file in the manifest. */
function typesOf(host: Host): ReadonlyMap<string, string> {
  const { files } = JSON.parse(readFileSync(path.join(host.out, 'manifest.json'), 'utf8')) as {
    files: readonly { path: string; type: string }[];
  };
  return new Map(files.map((file) => [file.path, file.type]));
}
