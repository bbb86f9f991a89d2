import { rule } from '../finding/rule.ts';

/* Rules that schemas in `lib/records` check by a refinement, which names its rule: `{ params: { code: 'C051' } }`. */

export const impossibleDate = rule({ code: 'C009', severity: 'error', guide: 'fields' });
/** An address of another site that is not https. */
export const insecureAddress = rule({ code: 'C034', severity: 'error', guide: 'links' });
export const invalidPhone = rule({ code: 'C051', severity: 'error', guide: 'phone' });
export const invalidEmail = rule({ code: 'C072', severity: 'error', guide: 'contactFields' });
export const invalidPostcode = rule({ code: 'C073', severity: 'error', guide: 'contactFields' });
export const invalidSlug = rule({ code: 'C074', severity: 'error', guide: 'pageFields' });
export const invalidTime = rule({ code: 'C075', severity: 'error', guide: 'contactFields' });
/** A contact on a page that is not about a service. */
export const unusedContact = rule({ code: 'C078', severity: 'error', guide: 'pageFields' });
/** A list of a record that is shorter in one language. */
export const unevenLists = rule({ code: 'C114', severity: 'error', guide: 'contactFields' });
/** Hours that end before they begin, or overlap. */
export const conflictingHours = rule({ code: 'C150', severity: 'error', guide: 'contactFields' });
/** Several phone numbers, not all of them labelled. */
export const unlabelledPhone = rule({ code: 'C152', severity: 'error', guide: 'contactFields' });
/** A text of a record that a spreadsheet would calculate. */
export const spreadsheetFormula = rule({ code: 'C153', severity: 'error', guide: 'contactFields' });
