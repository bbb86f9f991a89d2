import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pairsOfTexts } from '#desk/model/pairs.ts';
import { findingsByField, placesOfPage, placesOfRecord } from '#desk/model/places.ts';
import { run } from '#desk/server/actions.ts';
import { schemaOfFile, versionOf } from '#desk/server/files.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { valuesIn } from '#edit/values.ts';
import type { Finding } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { pageOfFile } from '#gate/read/files.ts';
import { languages } from '#lib/languages/languages.ts';
import { attacks, canary, changedTexts, EditedSite, editsOf, expectedOf, type Fault, faults } from '../faults.ts';

/* Every faulty edit that an editor can type in the desk: the gate finds it in the unsaved texts, and a screen shows it at a field. */

const typed = faults.filter((fault) =>
  editsOf(fault).every(
    ({ file, picture, document, link, delete: gone, encoding }) =>
      [picture, document, link, gone, encoding].every((each) => each === undefined) && schemaOfFile(file) !== null,
  ),
);

const messages = gateMessages(path.resolve(import.meta.dirname, '../../..'), languages);
const site = new EditedSite();
const clean = site.root;

/** The texts of the screen that has a file open, and the places of their fields. */
function screenOf(file: string, texts: ReadonlyMap<string, string>) {
  const read = (each: string) => texts.get(each) ?? readFileSync(path.join(clean, each), 'utf8');
  if (!pageOfFile(file, languages)) {
    return { open: { [file]: read(file) }, places: placesOfRecord(read(file), file) };
  }
  const fileOf = Object.fromEntries(languages.map(({ code }) => [code, `${path.dirname(file)}/${code}.mdx`]));
  const byLanguage = Object.fromEntries(Object.entries(fileOf).map(([code, each]) => [code, read(each)]));
  const open = Object.fromEntries(Object.values(fileOf).map((each) => [each, read(each)]));
  return { open, places: placesOfPage(byLanguage, fileOf) };
}

/** Faults whose edits are in different files are checked at once: a check of the whole site takes long. */
function groups(): Fault[][] {
  const all: { readonly faults: Fault[]; readonly files: Set<string> }[] = [];
  for (const fault of typed) {
    const files = editsOf(fault).map(({ file }) => path.dirname(file));
    const group = all.find((each) => files.every((file) => !each.files.has(file)));
    if (group) group.faults.push(fault);
    else all.push({ faults: [fault], files: new Set(files) });
    for (const file of files) (group ?? all.at(-1))?.files.add(file);
  }
  return all.map((each) => each.faults);
}

const check = (texts: ReadonlyMap<string, string>) =>
  loadSite({ root: clean, languages, drafts: true, day: '2026-11-21', release: true, texts }).findings;

const lacks = (findings: readonly Finding[], fault: Fault) =>
  expectedOf(fault).some((each) => !findings.some((found) => isAt(found, each)));
const isAt = (found: Finding, { file, line, code }: ReturnType<typeof expectedOf>[number]) =>
  found.file === file && found.line === line && found.code === code;

const atNone: string[] = [];
let count = 0;

test.each(groups().map((group, index) => [index + 1, group] as const))(
  'faulty edits that can be typed have their findings before they are saved, group %i',
  (_, group) => {
    const together = check(new Map(group.flatMap((fault) => [...changedTexts(fault)])));
    for (const fault of group) {
      const texts = changedTexts(fault);
      // An error in one file can hide what another fault causes elsewhere.
      const findings = lacks(together, fault) ? check(texts) : together;
      expect(lacks(findings, fault), fault.name).toBe(false);
      for (const each of expectedOf(fault).filter(({ file }) => schemaOfFile(file) !== null)) {
        count++;
        const { open, places } = screenOf(each.file, texts);
        const own = findings.filter((found) => isAt(found, each));
        if (findingsByField(own, places, open).has('')) atNone.push(`${fault.name}: ${each.code}`);
      }
    }
  },
);

test('nearly all findings are shown at a field', () => {
  site[Symbol.dispose]();
  expect(typed.length).toBeGreaterThan(250);
  // The others are about a page as a whole, and shown above the fields.
  expect(atNone.length / count, atNone.join('\n')).toBeLessThan(0.07);
});

test.each(attacks.map((attack) => [`${attack.area}: ${attack.name}`, attack] as const))(
  'the attack %s is stored as text or refused, and nothing is written elsewhere',
  async (_, attack) => {
    using attacked = new EditedSite(editsOf(attack).filter(({ link }) => link === undefined));
    using own = new EditedSite();
    const before = own.read();
    for (const { file } of editsOf(attack)) {
      const place = path.join(attacked.root, file);
      const text = existsSync(place) ? readFileSync(place, 'utf8') : '';
      const version = before.has(file) ? versionOf(readFileSync(path.join(own.root, file), 'utf8')) : null;
      const context = { project: { root: own.root, languages, messages }, language: languages[0]?.code ?? '' };
      const writer = { window: 'attack', name: '' };
      const saved = { files: [{ file, text, version }] };
      const { status } = await run('save', saved, { ...context, writer, signedIn: null });
      expect([200, 400, 403, 409]).toContain(status);
      if (pageOfFile(file, languages)) pairsOfTexts({ [file]: text });
      else valuesIn(text);
      if (status === 200) before.set(file, readFileSync(path.join(own.root, file), 'latin1'));
    }
    expect(own.read()).toEqual(before);
    expect(existsSync(canary)).toBe(false);
  },
);
