import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, describe as group, test } from 'vitest';
import { isText, mediaTypeOf, mediaTypes } from '#lib/site/media-types.ts';
import { PublishFault } from '#publish/fault.ts';
import { headerRules, immutablePrefix, kindOf, type PageRules, policyOf } from '#publish/hosts/headers.ts';
import { addressOfFile, fileOfPage, notFoundFile, spellingsOf } from '#publish/hosts/site-files.ts';
import { compressorFor } from '#publish/release/compress.ts';
import { fingerprint, renameIn } from '#publish/release/fingerprint.ts';

group('files that can be cached for ever carry their content in their name', () => {
  const files = (font: string) =>
    new Map([
      ['/fonts/body.woff2', Buffer.from(font)],
      ['/icon.svg', Buffer.from('<svg/>')],
      ['/elements/copy-text.js', Buffer.from('customElements')],
      ['/robots.txt', Buffer.from('User-agent: *')],
    ]);

  test('fonts, the icon and the modules of elements move below the prefix that hosts cache for ever, other files stay', () => {
    const { files: moved, renamed } = fingerprint(files('a'));
    expect([...moved.keys()].filter((file) => !file.startsWith(immutablePrefix))).toEqual(['/robots.txt']);
    expect([...renamed.keys()]).toEqual(['/fonts/body.woff2', '/icon.svg', '/elements/copy-text.js']);
    for (const target of renamed.values()) expect(moved.has(target)).toBe(true);
  });

  test('the name changes exactly when the content does', () => {
    const nameOf = (font: string) => fingerprint(files(font)).renamed.get('/fonts/body.woff2');
    expect(nameOf('a')).toBe(nameOf('a'));
    expect(nameOf('a')).not.toBe(nameOf('b'));
  });

  test('every mention of a moved file follows it', () => {
    const { renamed } = fingerprint(files('a'));
    const text = 'url("/fonts/body.woff2") href="/icon.svg" src="/elements/copy-text.js" /robots.txt';
    const result = renameIn(text, renamed);
    for (const [from, to] of renamed) {
      expect(result).not.toContain(`"${from}"`);
      expect(result).toContain(`"${to}"`);
    }
    expect(result).toContain('/robots.txt');
  });
});

group('the headers of every response', () => {
  const css = 'body{color:red}';
  const rulesFor = (pages: Record<string, PageRules> = {}) =>
    headerRules(new Map(Object.entries({ [notFoundFile]: { kind: 'plain' as const, css }, ...pages })));
  const { always, changing, immutable } = rulesFor();
  const policyFor = (rules: PageRules) => policyOf(rulesFor({ '/a.html': rules }), '/a.html');
  const directivesOf = (text: string) =>
    new Map(
      text.split('; ').map((each) => {
        const [directive = '', ...sources] = each.split(' ');
        return [directive, sources.join(' ')];
      }),
    );
  const policy = directivesOf(policyOf(rulesFor()));

  test('the policy starts from nothing', () => {
    expect(policy.get('default-src')).toBe("'none'");
  });

  test('the policy allows no script, nothing inline at large, no evaluation, no nonce and no other origin', () => {
    expect([...policy.keys()].filter((name) => name.startsWith('script-src'))).toEqual([]);
    for (const sources of policy.values()) {
      expect(sources).not.toMatch(/unsafe|nonce|\*|https?:|data:|blob:/);
    }
  });

  test('each page may have its own style sheet, by the hash of its text, besides files of the site, and no other', () => {
    for (const own of [css, `${css} `, 'a{}']) {
      const hash = createHash('sha256').update(own).digest('base64');
      expect(directivesOf(policyFor({ kind: 'plain', css: own })).get('style-src')).toBe(`'sha256-${hash}'`);
    }
  });

  test('a page with a custom element may run scripts of the site itself, and is as closed as any other page for the rest', () => {
    expect(kindOf([])).toBe('plain');
    expect(kindOf(['copy-text'])).toBe('enhanced');
    const enhanced = directivesOf(policyFor({ kind: 'enhanced', css }));
    expect(enhanced.get('script-src')).toBe("'self'");
    enhanced.delete('script-src');
    expect(enhanced).toEqual(policy);
  });

  test('pages of one kind with one style sheet share a policy; what is not found, or is no page, has that of the error page', () => {
    const rules = rulesFor({
      '/a.html': { kind: 'enhanced', css },
      '/b.html': { kind: 'plain', css },
      '/c.html': { kind: 'plain', css: 'c{}' },
      '/d.html': { kind: 'enhanced', css },
    });
    expect(Object.keys(rules.policies)).toHaveLength(3);
    expect(rules.pages['/a.html']).toBe(rules.pages['/d.html']);
    for (const file of ['/b.html', '/robots.txt', '/constructor', undefined]) {
      expect(policyOf(rules, file)).toBe(policyOf(rules, notFoundFile));
    }
  });

  test('the error page, which answers where there is no file, can have no other policy', () => {
    expect(() => rulesFor({ [notFoundFile]: { kind: 'enhanced', css } })).toThrow(PublishFault);
  });

  test('nobody may frame the site, move its base or take its forms', () => {
    for (const name of ['frame-ancestors', 'base-uri']) expect(policy.get(name)).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
  });

  test('only the search page may fetch, and only from the site itself', () => {
    const [plain, enhanced, search] = (['plain', 'enhanced', 'search'] as const).map((kind) =>
      policyFor({ kind, css }),
    );
    expect(enhanced).toBe(`${plain}; script-src 'self'`);
    expect(search).toBe(`${plain}; script-src 'self'; connect-src 'self'`);
    expect(kindOf(['copy-text', 'site-search'])).toBe('search');
    expect(kindOf(['copy-text'])).toBe('enhanced');
    expect(kindOf([])).toBe('plain');
  });

  test('a page is isolated: it shares nothing with another site, loads nothing of it and is loaded by none', () => {
    expect(always['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(always['Cross-Origin-Embedder-Policy']).toBe('require-corp');
    expect(always['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });

  test('no type is guessed, no address of a page is told, no device is asked for, nothing comes without TLS', () => {
    expect(always['X-Content-Type-Options']).toBe('nosniff');
    expect(always['Referrer-Policy']).toMatch(/^strict-origin|^no-referrer$|^same-origin$/);
    for (const device of ['camera', 'geolocation', 'microphone']) {
      expect(always['Permissions-Policy']).toContain(`${device}=()`);
    }
    expect(always['Strict-Transport-Security']).toMatch(/^max-age=\d{8}/);
  });

  test('pages are asked again soon, fingerprinted files never', () => {
    expect(changing['Cache-Control']).toMatch(/max-age=\d{1,3}\b/);
    expect(immutable['Cache-Control']).toBe('max-age=31536000, immutable');
  });
});

group('each page has one address', () => {
  const pages = ['/', '/xx', '/xx/about/us'];

  test('a file and its address lead to each other', () => {
    for (const page of pages) expect(addressOfFile(fileOfPage(page))).toBe(page);
    expect(addressOfFile('/sitemap.xml')).toBe('/sitemap.xml');
  });

  test('no address ends in a slash or in .html', () => {
    for (const page of pages.slice(1)) expect(addressOfFile(fileOfPage(page))).not.toMatch(/\/$|\.html$/);
  });

  test('the other spellings of a page are known, and its address is none of them', () => {
    expect(spellingsOf(fileOfPage('/xx/about'))).toEqual(['/xx/about.html', '/xx/about/']);
    expect(spellingsOf(fileOfPage('/'))).toEqual(['/index.html']);
    for (const page of pages) expect(spellingsOf(fileOfPage(page))).not.toContain(page);
  });

  test('a file that is no page has one spelling', () => {
    expect(spellingsOf('/robots.txt')).toEqual([]);
  });

  test('the 404 page is a file and no page of the site', () => {
    expect(notFoundFile).toBe('/404.html');
  });
});

group('what goes over the wire', () => {
  const compressor = compressorFor(1);
  const { compress } = compressor;

  test('the same text is compressed to the same bytes', async () => {
    const text = Buffer.from('<p>The same text.</p>'.repeat(200));
    const [first, second] = [await compress(text), await compress(text)];
    expect(first.br.equals(second.br) && first.gz.equals(second.gz)).toBe(true);
    expect(first.br.length).toBeLessThan(text.length);
  });

  test('a large site is compressed faster, at a cost of less than a tenth in bytes', async () => {
    const text = readFileSync('package-lock.json');
    const [best, next] = [await compress(text), await compressorFor(4000).compress(text)];
    expect(next.br.length).toBeGreaterThan(best.br.length);
    expect(next.br.length).toBeLessThan(best.br.length * 1.1);
  });

  test('gzip carries no time of day and no name of a file', async () => {
    const { gz } = await compress(Buffer.from('text'));
    expect([...gz.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0]);
  });

  test('every text says that it is UTF-8, and a file of an unknown kind has no type', () => {
    for (const [extension, type] of Object.entries(mediaTypes)) {
      expect(mediaTypeOf(`/a.${extension}`)).toBe(type);
      expect(isText(`/a.${extension}`)).toBe(type.endsWith('charset=utf-8'));
    }
    expect(mediaTypeOf('/a.exe')).toBeNull();
    expect(mediaTypeOf('/no-extension')).toBeNull();
    expect(mediaTypeOf('/a.constructor')).toBeNull();
  });
});
