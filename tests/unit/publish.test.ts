import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, describe as group, test } from 'vitest';
import { isText, mediaTypeOf, mediaTypes } from '#lib/site/media-types.ts';
import { PublishFault } from '#publish/fault.ts';
import { headerRules, immutablePrefix, isCard, kindOf, type PageRules, policyOf } from '#publish/hosts/headers.ts';
import { fileOfPage, notFoundFile, pathOfFile, spellingsOf } from '#publish/hosts/site-files.ts';
import { budgets } from '#publish/release/budget.ts';
import { compressorFor } from '#publish/release/compress.ts';
import { fingerprint, renameIn } from '#publish/release/fingerprint.ts';

group('Fingerprinting', () => {
  const files = (font: string) =>
    new Map([
      ['/fonts/body.woff2', Buffer.from(font)],
      ['/icon.svg', Buffer.from('<svg/>')],
      ['/elements/copy-text.js', Buffer.from('customElements')],
      ['/search-nl.json', Buffer.from('{}')],
      ['/cards/nl/diensten/ict.png', Buffer.from('png')],
      ['/robots.txt', Buffer.from('User-agent: *')],
    ]);

  test('moves fonts, the icon, modules, search data and preview cards to the immutable folder, and leaves other files alone', () => {
    const { files: moved, renamed } = fingerprint(files('a'));
    expect([...moved.keys()].filter((file) => !file.startsWith(immutablePrefix))).toEqual(['/robots.txt']);
    expect([...renamed.keys()]).toEqual([
      '/fonts/body.woff2',
      '/icon.svg',
      '/elements/copy-text.js',
      '/search-nl.json',
      '/cards/nl/diensten/ict.png',
    ]);
    for (const target of renamed.values()) expect(moved.has(target)).toBe(true);
  });

  test('changes the name exactly when the content changes', () => {
    const nameOf = (font: string) => fingerprint(files(font)).renamed.get('/fonts/body.woff2');
    expect(nameOf('a')).toBe(nameOf('a'));
    expect(nameOf('a')).not.toBe(nameOf('b'));
  });

  test('renames every mention of a moved file', () => {
    const { renamed } = fingerprint(files('a'));
    const text =
      'url("/fonts/body.woff2") href="/icon.svg" src="/elements/copy-text.js" src="/search-nl.json" "/cards/nl/diensten/ict.png" https://example.org/cards/nl/diensten/ict.png /robots.txt';
    const result = renameIn(text, renamed);
    for (const [from, to] of renamed) {
      expect(result).not.toContain(`"${from}"`);
      expect(result).toContain(`"${to}"`);
    }
    expect(result).toContain(`https://example.org${renamed.get('/cards/nl/diensten/ict.png')}`);
    expect(result).toContain('/robots.txt');
  });
});

group('The response headers', () => {
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

  test('start the policy from nothing', () => {
    expect(policy.get('default-src')).toBe("'none'");
  });

  test('allow no script, no unsafe source, no nonce and no other origin', () => {
    expect([...policy.keys()].filter((name) => name.startsWith('script-src'))).toEqual([]);
    for (const sources of policy.values()) {
      expect(sources).not.toMatch(/unsafe|nonce|\*|https?:|data:|blob:/);
    }
  });

  test('allow each page its own style sheet, by the hash of its text, and no other', () => {
    for (const own of [css, `${css} `, 'a{}']) {
      const hash = createHash('sha256').update(own).digest('base64');
      expect(directivesOf(policyFor({ kind: 'plain', css: own })).get('style-src')).toBe(`'sha256-${hash}'`);
    }
  });

  test('allow modules of the site only on pages with a custom element', () => {
    const enhanced = directivesOf(policyFor({ kind: 'enhanced', css }));
    expect(enhanced.get('script-src')).toBe("'self'");
    enhanced.delete('script-src');
    expect(enhanced).toEqual(policy);
  });

  test('have one policy for pages of one kind with one style sheet, and the plain one for everything else', () => {
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

  test('refuse an error page with a custom element', () => {
    expect(() => rulesFor({ [notFoundFile]: { kind: 'enhanced', css } })).toThrow(PublishFault);
  });

  test('forbid frames, <base> and forms to other sites', () => {
    for (const name of ['frame-ancestors', 'base-uri']) expect(policy.get(name)).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
  });

  test('allow requests to the site itself only on pages whose custom element fetches data', () => {
    const [plain, enhanced, fetching] = (['plain', 'enhanced', 'fetching'] as const).map((kind) =>
      policyFor({ kind, css }),
    );
    expect(enhanced).toBe(`${plain}; script-src 'self'`);
    expect(fetching).toBe(`${plain}; script-src 'self'; connect-src 'self'`);
    expect(kindOf(['site-search'], true)).toBe('fetching');
    expect(kindOf(['copy-text'], false)).toBe('enhanced');
    expect(kindOf([], false)).toBe('plain');
  });

  test('isolate pages from other sites', () => {
    expect(always['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(always['Cross-Origin-Embedder-Policy']).toBe('require-corp');
    expect(always['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });

  test('let other sites show preview cards, and no other file', () => {
    expect(rulesFor().cards).toEqual({ 'Cross-Origin-Resource-Policy': 'cross-origin' });
    expect(isCard('/assets/ict.0123456789.png')).toBe(true);
    for (const file of ['/icon-192.png', '/assets/icon.0123456789.svg', '/nl.html']) {
      expect(isCard(file)).toBe(false);
    }
  });

  test('forbid type sniffing, referrers to other sites, device access and http', () => {
    expect(always['X-Content-Type-Options']).toBe('nosniff');
    expect(always['Referrer-Policy']).toMatch(/^strict-origin|^no-referrer$|^same-origin$/);
    for (const device of ['camera', 'geolocation', 'microphone']) {
      expect(always['Permissions-Policy']).toContain(`${device}=()`);
    }
    expect(always['Strict-Transport-Security']).toMatch(/^max-age=\d{8}/);
  });

  test('let caches keep pages for a short time and fingerprinted files for a year', () => {
    expect(changing['Cache-Control']).toMatch(/max-age=\d{1,3}\b/);
    expect(immutable['Cache-Control']).toBe('max-age=31536000, immutable');
  });
});

group('Paths and files', () => {
  const pages = ['/', '/xx', '/xx/about/us'];

  test('map to each other', () => {
    for (const page of pages) expect(pathOfFile(fileOfPage(page))).toBe(page);
    expect(pathOfFile('/sitemap.xml')).toBe('/sitemap.xml');
  });

  test('have no trailing slash and no .html in the path', () => {
    for (const page of pages.slice(1)) expect(pathOfFile(fileOfPage(page))).not.toMatch(/\/$|\.html$/);
  });

  test('include the other spellings of a page, but not its path', () => {
    expect(spellingsOf(fileOfPage('/xx/about'))).toEqual(['/xx/about.html', '/xx/about/']);
    expect(spellingsOf(fileOfPage('/'))).toEqual(['/index.html']);
    for (const page of pages) expect(spellingsOf(fileOfPage(page))).not.toContain(page);
  });

  test('have no other spelling for a file that is not a page', () => {
    expect(spellingsOf('/robots.txt')).toEqual([]);
  });
});

group('Compression', () => {
  const compressor = compressorFor(1);
  const { compress } = compressor;

  test('gives the same bytes for the same text', async () => {
    const text = Buffer.from('<p>The same text.</p>'.repeat(200));
    const [first, second] = [await compress(text), await compress(text)];
    expect(first.br.equals(second.br) && first.gz.equals(second.gz)).toBe(true);
    expect(first.br.length).toBeLessThan(text.length);
  });

  test('makes the texts of a large site at most a tenth longer', async () => {
    const text = readFileSync('package-lock.json');
    const [best, next] = [await compress(text), await compressorFor(4000).compress(text)];
    expect(next.br.length).toBeGreaterThan(best.br.length);
    expect(next.br.length).toBeLessThan(best.br.length * 1.1);
  });

  test('compresses a text of a large site as well as possible where that may decide about its budget', async () => {
    const lock = readFileSync('package-lock.json');
    const lengthsOf = async (characters: number) => {
      const text = lock.subarray(0, characters).toString();
      return [await compressorFor(4000).lengthOf(text), await compressor.lengthOf(text)] as const;
    };
    let characters = 10_000;
    const [short, shortAtBest] = await lengthsOf(characters);
    expect(short).toBeGreaterThan(shortAtBest);
    while ((await lengthsOf(characters))[1] < budgets.firstAnswer * 0.8) characters += 10_000;
    const [close, closeAtBest] = await lengthsOf(characters);
    expect(close).toBe(closeAtBest);
  });

  test('writes no time and no file name into gzip', async () => {
    const { gz } = await compress(Buffer.from('text'));
    expect([...gz.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0]);
  });

  test('covers every media type with a charset', () => {
    for (const [extension, type] of Object.entries(mediaTypes)) {
      expect(mediaTypeOf(`/a.${extension}`)).toBe(type);
      expect(isText(`/a.${extension}`)).toBe(type.endsWith('charset=utf-8'));
    }
    expect(mediaTypeOf('/a.exe')).toBeNull();
    expect(mediaTypeOf('/no-extension')).toBeNull();
    expect(mediaTypeOf('/a.constructor')).toBeNull();
  });
});
