import { z } from 'zod';
import type { Language } from '../languages/languages.ts';
import { line, translated } from './fields.ts';

export const openPointsFile = 'content/open-points.yaml';

/** `content/open-points.yaml`: what only the client can answer, by a short name: `Q1`. Never published. */
export function openPointsSchema(languages: readonly Language[]) {
  const text = translated(languages, line(5, 400));
  const point = z.strictObject({
    question: text,
    known: text,
    /** What the editors propose: "yes" is an answer. */
    proposal: text,
    /** Where the answer belongs: `page:<key>` or `contact:<id>`. */
    where: z.array(z.string().regex(/^(?:page|contact):[a-z0-9/-]+$/)).min(1),
    /** Whether the site must not go online without an answer. */
    blocks: z.boolean(),
  });
  return z.record(z.string().regex(/^Q\d{1,3}$/), point);
}
export type OpenPoints = z.infer<ReturnType<typeof openPointsSchema>>;
