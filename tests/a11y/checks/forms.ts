import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

interface Found extends Place {
  readonly rule: string;
}

const criteria: Readonly<Record<string, readonly string[]>> = {
  'asked-twice': ['3.3.7'],
  'choices-without-question': ['1.3.1'],
  'empty-label': ['2.4.6', '3.3.2'],
  'error-by-colour': ['1.4.1', '3.3.1'],
  'format-untold': ['3.3.2'],
  'mute-refusal': ['3.3.1'],
  'no-label': ['3.3.2', '4.1.2', '1.3.1'],
  'no-pasting': ['3.3.8'],
  'no-purpose': ['1.3.5'],
  riddle: ['3.3.8'],
};

/** 1.3.5, 3.3.1, 3.3.2, 3.3.7 and 3.3.8: fields have a purpose, a label and error messages, and nothing is entered twice. */
export const forms: Check = {
  id: 'forms',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  leavesTraces: true,
  async judge(page) {
    if ((await page.locator('input, select, textarea').count()) === 0) return { barriers: [], judged: [] };
    const found: Found[] = [];
    for (const find of [findFieldFaults, findUngroupedChoices, findColourErrors, findMuteRefusals]) {
      found.push(...(await inPage(page, find)));
    }
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: forms.criteria,
    };
  },
};

/** Faults of single fields. Each of these functions runs in the page, so it contains all that it needs. */
function findFieldFaults(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  const fields = [...document.querySelectorAll<Field>('input, select, textarea')].filter(
    (field) => kit.isShown(field) && !['hidden', 'submit', 'button', 'image', 'reset'].includes(field.type),
  );
  const labelOf = (field: Field) =>
    [...(field.labels ?? [])].map((label) => label.textContent.trim()).join(' ') ||
    (field.getAttribute('aria-label') ?? '') ||
    (field.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
      .join(' ')
      .trim();

  const about: readonly (readonly [RegExp, string])[] = [
    [/e-?mail|courriel/i, 'email'],
    [/telefoon|gsm|téléphone|\btel\b/i, 'tel'],
    [/(?:je|uw|votre|voor|achter)\s?-?(?:naam|nom)\b|^(?:naam|nom|prénom)$/i, 'name'],
    [/straat|\brue\b|adresse postale/i, 'street-address'],
    [/postcode|code postal/i, 'postal-code'],
    [/geboortedatum|date de naissance/i, 'bday'],
  ];
  const seen = new Map<string, Field>();
  for (const field of fields) {
    const label = labelOf(field);
    if (label === '') tell('no-label', field, 'has no label that stays');
    if (/^(?:veld|champ|field|input)?\s*\d*$/i.test(label) && label !== '')
      tell('empty-label', field, `“${label}” says nothing`);
    const purpose = about.find(([pattern]) => pattern.test(label))?.[1];
    if (purpose && !field.autocomplete && field.closest('form'))
      tell('no-purpose', field, `does not say that it is for ${purpose}`);
    if (purpose === 'email' || field.autocomplete === 'email') {
      if (seen.has('email')) tell('asked-twice', field, 'was asked already');
      seen.set('email', field);
    }
    const described = field.getAttribute('aria-describedby');
    if (field instanceof HTMLInputElement && field.pattern && !described && !/\d|\(|,/.test(label)) {
      tell('format-untold', field, 'requires a format but does not describe it');
    }
    if (/captcha/i.test(field.name) || /\b(?:hoeveel is|combien font)\b/i.test(label))
      tell('riddle', field, 'sets a riddle');
    if (field instanceof HTMLInputElement && field.type === 'password') {
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      if (!field.dispatchEvent(paste)) tell('no-pasting', field, 'refuses what is pasted');
    }
  }
  return found;
}

/** Radio buttons outside a group with a question. */
function findUngroupedChoices(): Found[] {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(kit.isShown);
  return [...Map.groupBy(radios, ({ name }) => name).values()].flatMap(([first, ...others]) => {
    const hasQuestion = first?.closest('fieldset, [role="radiogroup"], [role="group"]');
    return others.length > 0 && first && !hasQuestion
      ? [
          {
            rule: 'choices-without-question',
            element: kit.describe(first),
            words: 'is not in a group with a question',
          },
        ]
      : [];
  });
}

/** Labels that differ from the others only by their colour. */
function findColourErrors(): Found[] {
  const found: Found[] = [];
  const colours = new Map<string, HTMLLabelElement[]>();
  for (const label of document.querySelectorAll('label')) {
    const colour = getComputedStyle(label).color;
    colours.set(colour, [...(colours.get(colour) ?? []), label]);
  }
  if (colours.size > 1) {
    const [rare] = [...colours.values()].toSorted((a, b) => a.length - b.length);
    for (const label of rare ?? []) {
      const field = label.control;
      if (field && !field.hasAttribute('aria-invalid') && !field.hasAttribute('aria-describedby')) {
        found.push({
          rule: 'error-by-colour',
          element: kit.describe(label),
          words: 'differs from other labels only by colour',
        });
      }
    }
  }
  return found;
}

/** Submits each form empty. A form that refuses must show a message. */
function findMuteRefusals(): Found[] {
  return [...document.forms].flatMap((form) => {
    if (!form.noValidate) return [];
    const before = document.body.innerText;
    const sent = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    const goesOn = form.dispatchEvent(sent);
    const says = document.body.innerText !== before || form.querySelector('[aria-invalid="true"]') !== null;
    return goesOn || says
      ? []
      : [{ rule: 'mute-refusal', element: kit.describe(form), words: 'refuses without a message' }];
  });
}
