import { z } from 'zod';
import type { TextField } from './availability.ts';
import { date, matching } from './fields.ts';

/* The life of a unit: since when and until when it exists, what it was part of and what it was called, and what took its place. */

/** A European Legislation Identifier of the Belgian official journal, or the number of an act in it (numac: ten digits). */
const legalBasisPattern = /^(https:\/\/www\.ejustice\.just\.fgov\.be\/eli\/[\w/.-]+|\d{10})$/;

/** The fields of a record about the life of its unit. */
export function lifeFields(text: TextField) {
  const period = { from: date.optional().describe('First day.'), until: date.optional().describe('Last day.') };
  const membership = z.strictObject({ unit: z.string().describe('The unit above.'), ...period });
  const formerName = z.strictObject({
    name: text(2, 80).describe('Official name until that day.'),
    until: date.describe('Last day of this name.'),
  });
  return {
    from: date
      .optional()
      .describe('First day of the unit; when it is after `until`, the day on which it opened again.'),
    until: date.optional().describe('Last day of the unit.'),
    replacedBy: z.array(z.string()).min(1).optional().describe('The units that took its place after its last day.'),
    partOf: z
      .array(membership)
      .min(1)
      .optional()
      .describe('Instead of `parent`, for a unit that moves to another one on a day: every unit above, with its days.'),
    formerNames: z.array(formerName).min(1).optional().describe('Earlier official names, with their last days.'),
    formerIds: z
      .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
      .min(1)
      .optional()
      .describe('Earlier ids of the record, whose addresses lead on to the present ones.'),
    legalBasis: z
      .array(matching(legalBasisPattern))
      .min(1)
      .optional()
      .describe('The acts that the unit rests on: ELI addresses, or numbers in the official journal (numac).'),
  };
}
