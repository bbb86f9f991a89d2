import { rule } from '../finding/finding.ts';

/* Rules that schemas in `lib/records` check by a refinement, which names its rule: `{ params: { code: 'C051' } }`. */

export const impossibleDate = rule({ code: 'C009', severity: 'error', guide: 'fields' });
export const insecureAddress = rule({ code: 'C034', severity: 'error', guide: 'links' });
export const invalidPhone = rule({ code: 'C051', severity: 'error', guide: 'phone' });
export const invalidEmail = rule({ code: 'C072', severity: 'error', guide: 'contactFields' });
export const invalidPostcode = rule({ code: 'C073', severity: 'error', guide: 'contactFields' });
export const invalidSlug = rule({ code: 'C074', severity: 'error', guide: 'pageFields' });
export const invalidTime = rule({ code: 'C075', severity: 'error', guide: 'contactFields' });
export const unusedContact = rule({ code: 'C078', severity: 'error', guide: 'pageFields' });
export const unevenLists = rule({ code: 'C114', severity: 'error', guide: 'contactFields' });
export const conflictingHours = rule({ code: 'C150', severity: 'error', guide: 'contactFields' });
export const unlabelledPhone = rule({ code: 'C152', severity: 'error', guide: 'contactFields' });
/** A notice that is neither on every page nor on some, or both. */
export const unclearReach = rule({ code: 'C240', severity: 'error', guide: 'news' });
export const endBeforeBegin = rule({ code: 'C241', severity: 'error', guide: 'news' });
/** A country with a name that its language does not have, or another country in another language. */
export const unknownCountry = rule({ code: 'C156', severity: 'error', guide: 'contactFields' });
export const unusedSubjects = rule({ code: 'C252', severity: 'error', guide: 'pageFields' });
export const spreadsheetFormula = rule({ code: 'C153', severity: 'error', guide: 'contactFields' });
export const unusedPublicationField = rule({ code: 'C320', severity: 'error', guide: 'documents' });
