import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';
import { type Found, findFinal, findMuteRefusals, findRiddles, findStaleErrors } from './form-answers.ts';

const criteria: Readonly<Record<string, readonly string[]>> = {
  'asked-twice': ['3.3.7'],
  'choices-without-question': ['1.3.1'],
  'empty-label': ['2.4.6', '3.3.2'],
  'error-by-colour': ['1.4.1', '3.3.1'],
  'format-untold': ['3.3.2'],
  'mute-refusal': ['3.3.1'],
  'no-label': ['3.3.2', '4.1.2', '1.3.1'],
  'needed-by-look': ['1.3.1', '3.3.2'],
  'no-visible-label': ['3.3.2'],
  'no-pasting': ['3.3.8'],
  'no-purpose': ['1.3.5'],
  'needed-untold': ['3.3.2'],
  'no-suggestion': ['3.3.3'],
  'no-way-back': ['3.3.4'],
  riddle: ['3.3.8'],
  'labels-crossed': ['1.3.1'],
  'star-untold': ['3.3.2'],
  'unsaid-answer': ['4.1.3'],
  'unnamed-error': ['3.3.1'],
};

/** 1.3.5, 2.4.6 and 3.3.1 to 3.3.8: fields have a purpose, a label and error messages that help, and nothing is entered twice. */
export const forms: Check = {
  id: 'forms',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  leavesTraces: true,
  async judge(page) {
    if ((await page.locator('form, input, select, textarea').count()) === 0) return { barriers: [], judged: [] };
    const found: Found[] = [];
    const finders = [
      findUnlabelled,
      findPurposes,
      findUntold,
      findCrossedLabels,
      findStars,
      findRepeated,
      findRiddles,
      findUngroupedChoices,
      findColourErrors,
      findFinal,
      findStaleErrors,
    ];
    for (const find of finders) found.push(...(await inPage(page, find)));
    found.push(...(await findMuteRefusals(page)));
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: forms.criteria,
    };
  },
};

/* Each of these functions runs in the page, so it contains all that it needs. */

/** Fields without a label, with an empty one, or with one that is not visible. */
function findUnlabelled(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  for (const field of kit.fields()) {
    const label = kit.labelOf(field);
    if (label === '') tell('no-label', field, 'has no label that stays');
    if (/^(?:veld|champ|field|input)?\s*\d*$/i.test(label) && label !== '')
      tell('empty-label', field, `“${label}” says nothing`);
    // Told by sight alone: a name without a visible label, and no button beside it that says what it is for.
    const isSeen = [...(field.labels ?? [])].some((each) => kit.isShown(each));
    const beside = field.parentElement?.textContent.replace(/\s+/g, '') ?? '';
    const part = field.closest('form, [role="search"], search, fieldset, td, li') ?? field.parentElement;
    if (
      label !== '' &&
      !isSeen &&
      beside === '' &&
      !part?.querySelector('button, [type="submit"]') &&
      !field.closest('td')
    )
      tell('no-visible-label', field, 'shows no label');
  }
  return found;
}

/** Fields that do not declare their purpose, or declare another one. */
function findPurposes(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  const about: readonly (readonly [RegExp, string])[] = [
    [/e-?mail|courriel/i, 'email'],
    [/telefoon|gsm|téléphone|\btel\b/i, 'tel'],
    [/(?:je|uw|votre|voor|achter)\s?-?(?:naam|nom)\b|^(?:naam|nom|prénom)$/i, 'name'],
    [/\b(?:voornaam|given name|first name|prénom)\b/i, 'given-name'],
    [/\b(?:familienaam|achternaam|last name|nom de famille)\b/i, 'family-name'],
    [/\b(?:gebruikersnaam|nom d[’']utilisateur|username)\b/i, 'username'],
    [/straat|\brue\b|adresse postale|^(?:je |uw |votre )?adres(?:se)?\W*$/i, 'street-address'],
    [/postcode|code postal/i, 'postal-code'],
    [/geboortedatum|date de naissance/i, 'bday'],
  ];
  for (const field of kit.fields()) {
    const label = kit.labelOf(field);
    const purpose = about.find(([pattern]) => pattern.test(label))?.[1];
    const purposeSaid = field.autocomplete.replace(/^(?:on|off)$/, '');
    if (purpose && !purposeSaid && field.closest('form'))
      tell('no-purpose', field, `does not say that it is for ${purpose}`);
    const isLogin = purposeSaid === 'username' && field.form?.querySelector('[type="password"]');
    // A token for another kind of thing; parts of names and addresses have many.
    const isOther =
      /^(?:email|tel|bday|postal-code)$/.test(purpose ?? '') && purposeSaid && !purposeSaid.includes(purpose ?? '');
    if (isOther && !isLogin) tell('no-purpose', field, `is for ${purpose} and says ${purposeSaid}`);
  }
  return found;
}

/** Formats and required fields that are not described. */
function findUntold(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  type Field = ReturnType<typeof kit.fields>[number];
  const fields = kit.fields();
  // What a person would type in another way, and cannot guess.
  const strict =
    /\b(?:datum|date|geboorte\p{L}*|naissance|rijksregister\p{L}*|registre national|iban|rekeningnummer|numéro de compte|nummerplaat|plaque|ondernemingsnummer|numéro d[’']entreprise|btw-?nummer|tva|tijdstip|uur|heure|referentie\p{L}*|référence|dossiernummer|numéro de dossier|paspoortnummer|kaartnummer|nationaal nummer)\b/iu;
  for (const field of fields) {
    const label = kit.labelOf(field);
    const described = field.getAttribute('aria-describedby');
    const isText = field instanceof HTMLInputElement && /^(?:text|tel|number)$/.test(field.type);
    const isSecret =
      field instanceof HTMLInputElement && field.type === 'password' && (field.pattern || field.minLength > 0);
    if (isSecret && !described && !/\d|\(/.test(label))
      tell('format-untold', field, 'has rules that it does not describe');
    const isTold = described || /\d|\(|\b(?:bv|bijv|zoals|par ex|comme|format)\b/i.test(label);
    if (isText && !isTold && (field.pattern || strict.test(label)))
      tell('format-untold', field, 'requires a format but does not describe it');
    const needed = [...(field.form?.elements ?? [])].filter((each) => (each as Field).required);
    const isMixed = needed.length > 0 && fields.some(({ form, required }) => form === field.form && !required);
    const tells = /\*|verplicht|nodig|obligatoire|requis|required|optione|facultati|niet verplicht/i;
    if (field.required && isMixed && !tells.test(`${label} ${field.form?.textContent}`))
      tell('needed-untold', field, 'must be filled in and does not say so');
  }
  return found;
}

/** Fields that are nearer to the label of another field, which itself is farther from that label. */
function findCrossedLabels(): Found[] {
  const texts = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
    (field) => kit.isShown(field) && !/^(?:radio|checkbox|submit|button|image|reset)$/.test(field.type),
  );
  const labels = [...document.querySelectorAll('label')].filter(
    (label) => kit.isShown(label) && texts.some((field) => field === label.control && !label.contains(field)),
  );
  const gap = (one: Element, other: Element) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const across = Math.max(0, a.left - b.right, b.left - a.right);
    return Math.hypot(across, Math.max(0, a.top - b.bottom, b.top - a.bottom));
  };
  return texts.flatMap((field) => {
    const own = labels.find(({ control }) => control === field);
    const [near] = labels.toSorted((a, b) => gap(a, field) - gap(b, field));
    if (!own || !near?.control || near === own || gap(near, field) >= gap(own, field)) return [];
    return gap(near, near.control) > gap(near, field)
      ? [{ rule: 'labels-crossed', element: kit.describe(field), words: `is beside “${kit.wordsOf(near)}”` }]
      : [];
  });
}

/** Labels with a star that no text of the page explains. */
function findStars(): Found[] {
  const starred = [...document.querySelectorAll('label, legend')].filter(
    (label) => kit.isShown(label) && /\*$/.test(kit.wordsOf(label)),
  );
  const [first] = starred;
  const told = /\*|verplicht|obligatoire|required/i;
  const others = kit.withWords().filter((element) => kit.isShown(element) && !element.closest('label, legend'));
  return first && !others.some((element) => told.test(kit.wordsOf(element)) && !element.querySelector('label, legend'))
    ? [{ rule: 'star-untold', element: kit.describe(first), words: 'has a star that nothing explains' }]
    : [];
}

/** Fields of one form that ask for the same twice. */
function findRepeated(): Found[] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(
        /\b(?:je|jouw|uw|mijn|votre|ton|mon|your|my|nogmaals|opnieuw|herhaal|bevestig|répétez|confirmez|repeat|confirm|het|de|la|le|l)\b/g,
        '',
      )
      .match(/\p{L}+/gu)
      ?.join(' ') ?? '';
  const seen = new Map<string, HTMLInputElement>();
  const partOf = (field: HTMLInputElement) => field.form ?? field.closest('main') ?? document.body;
  // A script may fill in the second from the first, when it is left or when a button shows the next part.
  const copies = (first: HTMLInputElement, second: HTMLInputElement) => {
    const [one, other] = [first.value, second.value];
    first.value = '02 555 01 23';
    for (const type of ['input', 'change', 'blur']) first.dispatchEvent(new Event(type, { bubbles: true }));
    const isFilled = () => second.value === first.value;
    for (const button of partOf(first).querySelectorAll<HTMLElement>('button[type="button"]'))
      if (!isFilled()) button.click();
    const isCopied = isFilled();
    first.value = one;
    second.value = other;
    return isCopied;
  };
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
    (field) =>
      (kit.isShown(field) || field.closest('[hidden]')) &&
      !/^(?:radio|checkbox|hidden|submit|button|search|password)$/.test(field.type),
  );
  return fields.flatMap((field) => {
    const label = plain(
      [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ') || (field.ariaLabel ?? ''),
    );
    const part = partOf(field);
    // Filled in already, or on request.
    const offers = [...part.querySelectorAll('button, label')].some((each) =>
      /zelfde|overnemen|kopieer|identique|même|same/i.test(each.textContent),
    );
    const person = kit.wordsOf(
      field.closest('fieldset, section')?.querySelector('legend, h2, h3') ?? document.createElement('p'),
    );
    const isOf = /\b(?:kind|ouder|persoon|enfant|parent|personne|child|person)\b/i.test(person) ? person : '';
    const isAnswered = field.value !== '' || field.readOnly || offers;
    const keys = [field.autocomplete.replace(/^(?:on|off)$/, ''), label]
      .filter((key) => key !== '')
      .map((key) => key + isOf);
    const first = keys.map((key) => seen.get(key)).find((each) => each && partOf(each) === part);
    for (const key of keys) seen.set(key, field);
    const isAgain = first !== undefined && !isAnswered && !copies(first, field);
    return isAgain
      ? [{ rule: 'asked-twice', element: kit.describe(field), words: `“${label}” was asked already` }]
      : [];
  });
}

/** Radio buttons, and checkboxes of one name, outside a group with a question. */
function findUngroupedChoices(): Found[] {
  const radios = [
    ...document.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"][name]'),
  ].filter((each) => kit.isShown(each) || each.labels?.[0]?.checkVisibility());
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
