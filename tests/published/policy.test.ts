import { describe, expect, it } from 'vitest';
import { policyOf } from '#publish/hosts/headers.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { readHosting } from '../published-site.ts';
import { policyFaults, scriptPolicyFaults, styleFaults, stylesOf } from './checks/policy.ts';
import { type Document, faultsIn } from './document.ts';
import { sample } from './sample.ts';
import { documents, siteFiles } from './site.ts';

const styleOf = (document: Document) => stylesOf(document)[0] ?? '';

describe('The style sheet', () => {
  it('is inline in every document, once, and nowhere else', () => {
    expect(faultsIn(documents, styleFaults)).toEqual([]);
    expect([...siteFiles.keys()].filter((file) => file.endsWith('.css'))).toEqual([]);
  });

  it.each([
    ['', 'has 0 <style>'],
    ['<style>a{}</style><style>b{}</style>', 'has 2 <style>'],
    ['<style>a{}</style><link rel="stylesheet" href="/a.css">', 'links to /a.css'],
  ])('fails the check with the head "%s"', (head, fault) => {
    expect(styleFaults(sample('', { head }))).toEqual([fault]);
    expect(styleFaults(sample('', { head: '<style>a{}</style>' }))).toEqual([]);
  });
});

describe('The Content-Security-Policy', () => {
  const { headers } = readHosting();
  const policyOfPage = ({ path }: Document) => policyOf(headers, fileOfPage(path));
  const policy = policyOf(headers);
  const style = documents.filter(({ path }) => path === '/404').map(styleOf)[0] ?? '';

  it('starts from nothing and allows exactly the style sheet of the page', () => {
    expect(faultsIn(documents, (document) => policyFaults(policyOfPage(document), styleOf(document)))).toEqual([]);
  });

  it('allows modules of the site on the pages that have one, requests on the search page, and nothing else', () => {
    expect(faultsIn(documents, (document) => scriptPolicyFaults(document, policyOfPage(document)))).toEqual([]);
  });

  it('fails the check when it allows more or less than the scripts of the page need', () => {
    const [scripted, bare] = [sample('<script src="/x.js"></script>'), sample('<p>x</p>')];
    const searching = sample('<script src="/x.js"></script><site-search></site-search>');
    const open = `${policy}; script-src 'self'`;
    const widest = `${policy}; script-src 'self'; connect-src 'self'`;
    expect(scriptPolicyFaults(scripted, policy)).toHaveLength(1);
    expect(scriptPolicyFaults(bare, open)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, `${policy}; script-src 'self' 'sha256-x'`)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, widest)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, `${open}; worker-src 'self'`)).toHaveLength(1);
    expect(scriptPolicyFaults(bare, `${policy}; connect-src 'self'`)).toHaveLength(1);
    expect(scriptPolicyFaults(searching, `${widest} data:`)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, open)).toEqual([]);
    expect(scriptPolicyFaults(searching, widest)).toEqual([]);
  });

  it.each([
    ['', 'does not start from default-src'],
    [policy.replace("default-src 'none'", "default-src 'self'"), "default-src is 'self', not 'none'"],
    [policy.replace('style-src', "style-src 'self'"), expect.stringContaining("style-src is 'self'")],
    [`${policy}; script-src 'unsafe-inline'`, "allows 'unsafe-inline'"],
    [`${policy}; script-src 'nonce-abc'`, "allows 'nonce-abc'"],
    [`${policy}; img-src *`, 'allows *'],
    [`${policy}; font-src https://fonts.example.org`, 'allows https:'],
    [policy.replace("frame-ancestors 'none'", ''), "frame-ancestors is undefined, not 'none'"],
  ])('fails the check when it is "%s"', (wide, fault) => {
    expect(policyFaults(wide, style)).toContainEqual(fault);
  });

  it('fails the check when the style sheet differs by one character', () => {
    expect(policyFaults(policy, `${style} `)).toHaveLength(1);
  });
});
