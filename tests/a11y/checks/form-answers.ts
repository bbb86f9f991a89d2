import type { Page } from '@playwright/test';
import { inPage, type Place } from '../in-page.ts';

/*
 * What forms say and demand when they are sent: errors, riddles and commitments. Each function without a page as its argument, except
 * those that judge answers, runs in the page, so it contains all that it needs.
 */

/** A fault of a form, by the rule of the check `forms`. */
export interface Found extends Place {
  readonly rule: string;
}

/** What the page says about its fields: errors without a place or a remedy, and required fields that only their look marks. */
export function findStaleErrors(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  const fields = [
    ...document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select, textarea'),
  ].filter((field) => kit.isShown(field));
  const texts = kit.withWords().filter(kit.isShown);
  const byLook =
    /\b(?:vet(?:te|gedrukte?)?|cursieve?|onderstreepte?|gekleurde?|rode?|rood|omkaderde?|gras|italique|soulign\p{L}*|rouge|couleur|bold|italics?|underlined|red)\b[^.]*\b(?:verplicht|nodig|moet|invullen|obligatoires?|requis|required|mandatory)\b|\b(?:verplichte?|obligatoires?|required|mandatory)\b[^.]*\b(?:vet(?:gedrukt)?|cursief|onderstreept|kleur|rood|gras|italique|soulign\p{L}*|rouge|bold|red)\b/iu;
  const look = texts.find((element) => byLook.test(kit.wordsOf(element)));
  if (look && fields.length > 0 && !fields.some((field) => field.matches('[required], [aria-required="true"]')))
    tell('needed-by-look', look, 'only the look marks which fields are required');
  const isError =
    /\b(?:er (?:is|zijn) (?:een |\d+ |nog )?(?:fout|iets mis|velden)\p{L}*|fout(?:en)? in (?:het|je|uw)|ongeldige? (?:invoer|gegevens)|(?:formulier|invoer|gegevens) (?:is|zijn) (?:niet (?:juist|correct|volledig|geldig)|onvolledig|fout)|er ging iets (?:mis|fout)|iets (?:mis|fout)gegaan|des? erreurs?|une erreur|(?:formulaire|données) (?:est|sont) (?:in)?(?:correcte?s?|complète?s?|valides?)|errors? (?:in|occurred)|something went wrong)(?!\p{L}| ?\?)/iu;
  const error = texts.find(
    (element) => isError.test(kit.wordsOf(element)) && !element.closest('header, footer, nav, a'),
  );
  const invalid = fields.filter((field) => field.matches('[aria-invalid="true"]'));
  const names = fields.flatMap(({ labels }) =>
    [...(labels ?? [])].map((each) => kit.wordsOf(each).toLowerCase().replace(/\W+$/, '')),
  );
  // A list of the faults may follow, but not the fields.
  const around = (element: Element) =>
    element.parentElement?.querySelector('input, select, textarea') ? element : (element.parentElement ?? element);
  const isNamed = (words: string) => names.some((name) => name.length > 2 && words.toLowerCase().includes(name));
  if (error && fields.length > 1 && invalid.length === 0 && !isNamed(kit.wordsOf(around(error))))
    tell('unnamed-error', error, 'does not say which field it means');
  for (const field of invalid) {
    const ids =
      `${field.getAttribute('aria-describedby') ?? ''} ${field.getAttribute('aria-errormessage') ?? ''}`.split(/\s+/);
    const told = ids
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
    const vague =
      /^\W*(?:fout|ongeldig\p{L}*|onjuist\p{L}*|niet (?:geldig|juist|correct)|foutieve? \p{L}+|erreur|invalide|incorrecte?|non valide|invalid|error|wrong|\p{L}+:? (?:is )?(?:ongeldig|fout|niet geldig|niet juist|invalide|incorrecte?))\W*$/iu;
    if (told === '') tell('mute-refusal', field, 'is invalid and no message belongs to it');
    else if (vague.test(told)) tell('no-suggestion', field, `“${told}” does not say how to mend it`);
  }
  return found;
}

/** A form before it is sent. */
interface Form {
  readonly element: string;
  /** The number of its fields for text. */
  readonly texts: number;
  /** The labels of its fields, in lower case. */
  readonly names: readonly string[];
}

/** What a form does when it is sent. */
interface Answer {
  readonly isRefused: boolean;
  /** The lines that it adds to the page, and its alert. */
  readonly said: string;
  readonly isAnnounced: boolean;
  /** Whether a field is invalid for assistive technology. */
  readonly isMarked: boolean;
}

/**
 * Submits each form that a script checks, first empty and then with a wrong value. A form that refuses must show a message, the message
 * must say which field it means, and after a wrong value how to mend it.
 */
export async function findMuteRefusals(page: Page): Promise<Found[]> {
  const found: Found[] = [];
  const forms = await inPage(page, readForms);
  for (const [index, form] of forms.entries()) {
    if (form.texts === 0) continue;
    const empty = await inPage(page, sendForm, index);
    await inPage(page, fillWrongly, index);
    const wrong = await inPage(page, sendForm, index);
    found.push(...judgeRefusal(form, empty), ...judgeSuggestion(form, empty, wrong));
  }
  return found;
}

function readForms(): Form[] {
  return [...document.forms].map((form) => {
    const fields = [...form.elements].filter(
      (each): each is HTMLInputElement => each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement,
    );
    return {
      element: kit.describe(form),
      texts: fields.filter(({ type }) => /^(?:text|tel|email|textarea|number|url|date|time|month)$/.test(type)).length,
      names: fields.flatMap(({ labels }) =>
        [...(labels ?? [])].map(({ textContent }) => textContent.trim().toLowerCase()),
      ),
    };
  });
}

function fillWrongly(index: number): void {
  const wrongs: Readonly<Record<string, string>> = {
    date: '2030-01-01',
    time: '03:03',
    month: '2030-01',
    number: '0',
  };
  for (const field of document.forms[index]?.elements ?? [])
    if (
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      /^(?:text|tel|email|textarea|number|url|date|time|month)$/.test(field.type)
    )
      field.value = wrongs[field.type] ?? 'x';
}

async function sendForm(index: number): Promise<Answer> {
  const form = document.forms[index];
  if (!form) return { isRefused: false, said: '', isAnnounced: true, isMarked: false };
  const shown = new Set(kit.withWords().filter(kit.isShown));
  const before = new Set(document.body.innerText.split('\n'));
  let alerted = '';
  globalThis.alert = (words) => {
    alerted = String(words);
  };
  let isPrevented = false;
  // The last listener, so that nothing is sent.
  const hold = (event: Event) => {
    isPrevented = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('submit', hold, { once: true });
  const wasValid = form.noValidate || form.checkValidity();
  const submit = form.querySelector<HTMLElement>('button:not([type="button"]), [type="submit"]');
  (submit ?? [...form.querySelectorAll('button')].at(-1))?.click();
  await kit.turn();
  removeEventListener('submit', hold);
  const lines = document.body.innerText.split('\n').filter((line) => !before.has(line));
  const fresh = kit.withWords().filter((each) => kit.isShown(each) && !shown.has(each));
  const ids = [...form.querySelectorAll('[aria-describedby], [aria-errormessage]')].flatMap((field) =>
    `${field.getAttribute('aria-describedby')} ${field.getAttribute('aria-errormessage')}`.split(' '),
  );
  const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output';
  // A live region, the focus, or the field that it belongs to announces a message.
  const isAnnounced = fresh.some(
    (each) =>
      each.closest(live) ||
      ids.includes(each.id) ||
      each.contains(document.activeElement) ||
      document.activeElement?.contains(each) === (document.activeElement !== document.body) ||
      each.closest('label'),
  );
  return {
    isRefused: wasValid && isPrevented,
    said: [...lines, alerted].join(' ').trim(),
    isAnnounced: fresh.length === 0 || isAnnounced,
    isMarked: form.querySelector('[aria-invalid="true"], [aria-errormessage]') !== null,
  };
}

/** Faults of the answer to an empty form. */
function judgeRefusal({ element, names, texts }: Form, { isRefused, said, isAnnounced, isMarked }: Answer): Found[] {
  if (!isRefused) return [];
  const found: Found[] = [];
  const tell = (rule: string, words: string) => found.push({ rule, element, words });
  if (!isAnnounced) tell('unsaid-answer', `answers “${said}” without an announcement`);
  const isNamed = isMarked || names.some((name) => name && said.toLowerCase().includes(name.replace(/\W+$/, '')));
  if (said === '') tell('mute-refusal', isMarked ? 'refuses without words' : 'refuses without a message');
  else if (!isNamed && texts > 1) tell('unnamed-error', `“${said}” does not say which field it means`);
  return found;
}

/** Faults of the answer to a wrong value. */
function judgeSuggestion({ element }: Form, empty: Answer, wrong: Answer): Found[] {
  const said = wrong.said || empty.said;
  const isHelpful =
    /\d|@|\b(?:kies|gebruik|vul|alleen|enkel|tussen|maximaal|minstens|choisissez|uniquement|entre|seulement|choose|only|between)\b|zoals|bijvoorbeeld|bv\.|vorm|par exemple|comme|format|such as|example/i.test(
      said,
    );
  const isAbout =
    /ongeldig|fout|niet (?:juist|correct|geldig)|invalide|incorrect|erron|pas valable|invalid|wrong|kan niet|niet (?:mogelijk|toegelaten|toegestaan|aanvaard|gekozen|beschikbaar)|impossible|pas (?:possible|accepté|autorisé)|refusé|not (?:allowed|accepted|possible)/i.test(
      said,
    );
  return wrong.isRefused && isAbout && !isHelpful
    ? [{ rule: 'no-suggestion', element, words: `“${said}” does not say how to mend it` }]
    : [];
}

/** Tests of memory or of reading letters in a picture, and fields that refuse help with a password. */
export function findRiddles(): Found[] {
  const found: Found[] = [];
  const tell = (field: Element, rule: string, words: string) =>
    found.push({ rule, element: kit.describe(field), words });
  const riddle =
    /captcha|\b(?:meisjesnaam van je moeder|eerste huisdier|nom de jeune fille|premier animal|mother’?s maiden name|first pet)\b|\b(?:hoeveel is|combien font|how much is|wat is de som|quelle est la somme)\b|\d\s*[+×]\s*\d|\d\s+[x*−-]\s+\d\s*(?:=|\?|is|font)|(?:overtypen|typ(?:e)?|geef|neem|schrijf) (?:je )?(?:de |hier de )?(?:letters|tekens|cijfers|code|woorden)[^.]*(?:afbeelding|beeld|foto|over|ziet)|(?:recopiez|tapez|saisissez|entrez) les (?:lettres|caractères|chiffres)|type the (?:letters|characters|code)|(?:\d+e|eerste|tweede|derde|laatste) (?:en \S+ )?(?:letter|teken|cijfer) van je (?:wachtwoord|pincode)|caractère de votre mot de passe|geen robot|pas un robot|not a robot|puzzel|(?:versleep|schuif|sleep) (?:het|de) \S*stuk|gliss\p{L}+ la pièce|drag the (?:piece|puzzle)/iu;
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), textarea')) {
    if (!kit.isShown(field)) continue;
    const label = [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const around = field.closest('p, div, fieldset, li')?.textContent ?? '';
    if (riddle.test(`${field.name} ${field.id} ${label} ${field.ariaLabel} ${field.placeholder} ${around}`))
      tell(field, 'riddle', 'sets a riddle');
    else if (field.type === 'password' && riddle.test(field.form?.innerText ?? ''))
      tell(field, 'riddle', 'is in a form that sets a riddle');
    const isSecret =
      field.type === 'password' ||
      /one-time-code|username/.test(field.autocomplete) ||
      field.form?.querySelector('[type="password"]') ||
      /\b(?:code|pin|login|wachtwoord|mot de passe|gebruikersnaam|identifiant)\b/i.test(label);
    const keys = new KeyboardEvent('keydown', {
      key: 'v',
      code: 'KeyV',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    const input = new InputEvent('beforeinput', { inputType: 'insertFromPaste', bubbles: true, cancelable: true });
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    if (isSecret && [paste, keys, input].some((event) => !field.dispatchEvent(event)))
      tell(field, 'no-pasting', 'refuses what is pasted');
    if (field.type === 'password' && (field.autocomplete === 'off' || field.form?.autocomplete === 'off'))
      tell(field, 'no-pasting', 'refuses what a password manager fills in');
  }
  return found;
}

/** Forms that commit to something at once: a payment, an order, a deletion, a declaration. */
export function findFinal(): Found[] {
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
