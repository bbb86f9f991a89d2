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
      findFieldFaults,
      findCrossedLabels,
      findStars,
      findRepeated,
      findRiddles,
      findUngroupedChoices,
      findColourErrors,
      findFinal,
    ];
    for (const find of finders) found.push(...(await inPage(page, find)));
    found.push(...(await inPage(page, findMuteRefusals)));
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
  // What a person would type in another way, and cannot guess.
  const strict =
    /\b(?:datum|date|geboorte\p{L}*|naissance|rijksregister\p{L}*|registre national|iban|rekeningnummer|numéro de compte|nummerplaat|plaque|ondernemingsnummer|numéro d[’']entreprise|btw-?nummer|tva|tijdstip|uur|heure|referentie\p{L}*|référence|dossiernummer|numéro de dossier|paspoortnummer|kaartnummer|nationaal nummer)\b/iu;
  for (const field of fields) {
    const label = labelOf(field);
    if (label === '') tell('no-label', field, 'has no label that stays');
    if (/^(?:veld|champ|field|input)?\s*\d*$/i.test(label) && label !== '')
      tell('empty-label', field, `“${label}” says nothing`);
    const purpose = about.find(([pattern]) => pattern.test(label))?.[1];
    if (purpose && !field.autocomplete && field.closest('form'))
      tell('no-purpose', field, `does not say that it is for ${purpose}`);
    const described = field.getAttribute('aria-describedby');
    const isText = field instanceof HTMLInputElement && /^(?:text|tel|number)$/.test(field.type);
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
  const seen = new Map<string, Element>();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
    (field) => kit.isShown(field) && !/^(?:radio|checkbox|hidden|submit|button|search|password)$/.test(field.type),
  );
  return fields.flatMap((field) => {
    const label = plain(
      [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ') || (field.ariaLabel ?? ''),
    );
    const part = field.form ?? field.closest('main') ?? document.body;
    const keys = [field.autocomplete.replace(/^(?:on|off)$/, ''), label].filter((key) => key !== '');
    const isAgain = keys.some((key) => seen.get(key) === part);
    for (const key of keys) seen.set(key, part);
    return isAgain
      ? [{ rule: 'asked-twice', element: kit.describe(field), words: `“${label}” was asked already` }]
      : [];
  });
}

/** Tests of memory or of reading letters in a picture, and fields that refuse help with a password. */
function findRiddles(): Found[] {
  const found: Found[] = [];
  const tell = (field: Element, rule: string, words: string) =>
    found.push({ rule, element: kit.describe(field), words });
  const riddle =
    /captcha|\b(?:hoeveel is|combien font|how much is|wat is de som|quelle est la somme)\b|\d\s*[+×]\s*\d|\d\s+[x*−-]\s+\d\s*(?:=|\?|is|font)|(?:overtypen|typ(?:e)?|geef|neem|schrijf) (?:je )?(?:de |hier de )?(?:letters|tekens|cijfers|code|woorden)[^.]*(?:afbeelding|beeld|foto|over|ziet)|(?:recopiez|tapez|saisissez|entrez) les (?:lettres|caractères|chiffres)|type the (?:letters|characters|code)|(?:\d+e|eerste|tweede|derde|laatste) (?:en \S+ )?(?:letter|teken|cijfer) van je (?:wachtwoord|pincode)|caractère de votre mot de passe|geen robot|pas un robot|not a robot|puzzel|(?:versleep|schuif|sleep) (?:het|de) \S*stuk|gliss\p{L}+ la pièce|drag the (?:piece|puzzle)/iu;
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), textarea')) {
    if (!kit.isShown(field)) continue;
    const label = [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const around = field.closest('p, div, fieldset, li')?.textContent ?? '';
    if (riddle.test(`${field.name} ${field.id} ${label} ${field.ariaLabel} ${field.placeholder} ${around}`))
      tell(field, 'riddle', 'sets a riddle');
    else if (field.type === 'password' && riddle.test(field.form?.innerText ?? ''))
      tell(field, 'riddle', 'is in a form that sets a riddle');
    const isSecret = field.type === 'password' || /one-time-code|username/.test(field.autocomplete);
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    if (isSecret && !field.dispatchEvent(paste)) tell(field, 'no-pasting', 'refuses what is pasted');
    if (field.type === 'password' && (field.autocomplete === 'off' || field.form?.autocomplete === 'off'))
      tell(field, 'no-pasting', 'refuses what a password manager fills in');
  }
  return found;
}

/** Forms that commit to something at once: a payment, an order, a deletion, a declaration. */
function findFinal(): Found[] {
  const commits =
    /\b(?:betaal|betalen|bestel(?:len)?|koop|kopen|definitief|verwijder|wis|schrap|aangifte|onderteken|payer|acheter|commander|commande|supprimer|définitive(?:ment)?|signer|déclaration|pay|buy|order now|delete|sign)\b/iu;
  const back =
    /controle(?:er|ren)|nakijken|overzicht|annule|bevestig|herroep|ongedaan|vérifi|récapitul|confirm|rétract|review|cancel|undo/i;
  return [...document.forms].flatMap((form) => {
    const button = [...form.querySelectorAll('button, input[type="submit"]')].find((each) =>
      commits.test(`${each.textContent} ${(each as HTMLInputElement).value}`),
    );
    const said = `${form.textContent} ${button?.textContent}`.split(/(?<=[.!?])\s/);
    const isDenied = /\b(?:niet|geen|nooit|pas|plus|jamais|not|cannot|never)\b/i;
    return button && !said.some((sentence) => back.test(sentence) && !isDenied.test(sentence))
      ? [{ rule: 'no-way-back', element: kit.describe(button), words: 'commits without a way to check or undo' }]
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

/**
 * Submits each form that a script checks, first empty and then with a wrong value. A form that refuses must show a message, the message
 * must say which field it means, and after a wrong value how to mend it.
 */
async function findMuteRefusals(): Promise<Found[]> {
  const found: Found[] = [];
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  for (const form of document.forms) {
    const fields = [...form.elements].filter(
      (each): each is HTMLInputElement => each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement,
    );
    const texts = fields.filter(({ type }) => /^(?:text|tel|email|textarea|number|url)$/.test(type));
    const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output';
    const send = async (): Promise<{ isRefused: boolean; said: string; isAnnounced: boolean }> => {
      const shown = new Set(kit.withWords().filter(kit.isShown));
      const before = new Set(document.body.innerText.split('\n'));
      let isPrevented = false;
      // The last listener, so that nothing is sent.
      const hold = (event: Event) => {
        isPrevented = event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('submit', hold, { once: true });
      const wasValid = form.noValidate || form.checkValidity();
      form.querySelector<HTMLElement>('button:not([type="button"]), [type="submit"]')?.click();
      await pause();
      removeEventListener('submit', hold);
      const said = document.body.innerText
        .split('\n')
        .filter((line) => !before.has(line))
        .join(' ');
      const fresh = kit.withWords().filter((each) => kit.isShown(each) && !shown.has(each));
      const ids = [...form.querySelectorAll('[aria-describedby], [aria-errormessage]')].flatMap((field) =>
        `${field.getAttribute('aria-describedby')} ${field.getAttribute('aria-errormessage')}`.split(' '),
      );
      // A live region, the focus, or the field that it belongs to announces a message.
      const isAnnounced = fresh.some(
        (each) =>
          each.closest(live) ||
          ids.includes(each.id) ||
          each.contains(document.activeElement) ||
          document.activeElement?.contains(each) === (document.activeElement !== document.body) ||
          each.closest('label'),
      );
      return { isRefused: wasValid && isPrevented, said, isAnnounced: fresh.length === 0 || isAnnounced };
    };
    if (texts.length === 0) continue;
    const tell = (rule: string, words: string) => found.push({ rule, element: kit.describe(form), words });
    const names = fields.flatMap(({ labels }) =>
      [...(labels ?? [])].map(({ textContent }) => textContent.trim().toLowerCase()),
    );
    const isMarked = () => form.querySelector('[aria-invalid="true"], [aria-errormessage]') !== null;
    const empty = await send();
    if (empty.isRefused && !empty.isAnnounced) tell('unsaid-answer', `answers “${empty.said}” without an announcement`);
    const isNamed =
      isMarked() || names.some((name) => name && empty.said.toLowerCase().includes(name.replace(/\W+$/, '')));
    if (empty.isRefused && empty.said === '' && !isMarked()) tell('mute-refusal', 'refuses without a message');
    else if (empty.isRefused && empty.said === '') tell('mute-refusal', 'refuses without words');
    else if (empty.isRefused && !isNamed && texts.length > 1)
      tell('unnamed-error', `“${empty.said}” does not say which field it means`);
    for (const field of texts) field.value = 'x';
    const wrong = await send();
    const said = wrong.said || empty.said;
    const isHelpful = /\d|@|zoals|bijvoorbeeld|bv\.|vorm|par exemple|comme|format|such as|example/i.test(said);
    const isAbout =
      /ongeldig|fout|niet (?:juist|correct|geldig)|invalide|incorrect|erron|pas valable|invalid|wrong/i.test(said);
    if (wrong.isRefused && isAbout && !isHelpful) tell('no-suggestion', `“${said}” does not say how to mend it`);
  }
  return found;
}
