import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { securityTxt } from '#lib/metadata/security-txt.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { load, settings, settingsFile, today } from './content-tree.ts';

function siteWith(security: string) {
  const { site, findings } = load({ [settingsFile]: settings + security });
  if (!site) throw new Error(findings.map(({ code }) => code).join(', '));
  return { site, findings };
}

/** The fields in order, each line in the form of RFC 9116 (4): a name, a colon, a space, a value. */
function fieldsOf(text: string): [string, string][] {
  expect(text).toMatch(/\n$/);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
      expect(name, line).not.toBe('');
      return [name, value];
    });
}

group('security.txt', () => {
  test('does not exist while the settings have no contact for reports', () => {
    expect(securityTxt(siteWith('').site)).toBeNull();
  });

  test('has the contacts, the expiry, the languages, the policy and its own URL (RFC 9116)', () => {
    const { site } = siteWith(
      'security:\n  email: security@site.example\n  form: https://site.example/report\n  expires: 2027-05-01\n  policy: services\n',
    );
    const fields = fieldsOf(securityTxt(site) ?? '');
    const all = (name: string) => fields.filter(([each]) => each === name).map(([, value]) => value);
    expect(all('Contact')).toEqual(['mailto:security@site.example', 'https://site.example/report']);
    expect(all('Expires')).toEqual(['2027-05-01T00:00:00Z']);
    expect(all('Preferred-Languages')).toEqual([languages.map(({ code }) => code).join(', ')]);
    expect(all('Canonical')).toEqual(['https://site.example/.well-known/security.txt']);
    const policy = pageOf(site, 'services');
    expect(all('Policy')).toEqual(languages.map(({ code }) => site.origin + twinOf(policy, code).path));
    const links = fields.filter(([name]) => ['Contact', 'Canonical', 'Policy'].includes(name));
    for (const [, value] of links) expect(URL.canParse(value), value).toBe(true);
  });

  test('leaves out the fields without a value', () => {
    const { site } = siteWith('security:\n  form: https://site.example/report\n  expires: 2027-05-01\n');
    const names = fieldsOf(securityTxt(site) ?? '').map(([name]) => name);
    expect(names).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
  });

  test('has no finding from 31 days to a year before it expires', () => {
    for (const expires of ['2026-12-22', '2027-11-20']) {
      expect(today).toBe('2026-11-21');
      const { findings } = siteWith(`security:\n  email: a@site.example\n  expires: ${expires}\n`);
      expect(findings, expires).toEqual([]);
    }
  });
});
