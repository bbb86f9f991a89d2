import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { today } from '#commands/environment.ts';
import type { Barrier } from './check.ts';

const exception = z.strictObject({
  check: z.string().min(1),
  rule: z.string().min(1),
  page: z.string().regex(/^(\*|\/.*)$/),
  element: z.string().min(1).optional(),
  reason: z.string().min(20),
  expires: z.iso.date(),
});

/** A reported barrier that a person has reviewed and found harmless. */
export type Exception = z.infer<typeof exception>;

/** All exceptions, in the order of `exceptions.yaml`. */
export function readExceptions(): readonly Exception[] {
  return parseExceptions(readFileSync(path.join(import.meta.dirname, 'exceptions.yaml'), 'utf8'));
}

/** @throws ZodError when an entry does not have the fields that `exceptions.yaml` describes */
export function parseExceptions(text: string): readonly Exception[] {
  return z.array(exception).parse(parse(text));
}

/** The exceptions whose last day has passed. */
export function expired(exceptions: readonly Exception[], day = today()): readonly Exception[] {
  return exceptions.filter(({ expires }) => expires < day);
}

/** Splits the barriers that a check found on a page into excused ones and the rest. */
export function excuse(
  exceptions: readonly Exception[],
  check: string,
  page: string,
  barriers: readonly Barrier[],
  day = today(),
): { excused: { barrier: Barrier; exception: number }[]; left: Barrier[] } {
  const excused: { barrier: Barrier; exception: number }[] = [];
  const left: Barrier[] = [];
  for (const barrier of barriers) {
    const index = exceptions.findIndex(
      (each) =>
        each.check === check &&
        each.rule === barrier.rule &&
        (each.page === '*' || each.page === page) &&
        (each.element === undefined || barrier.element.includes(each.element)) &&
        each.expires >= day,
    );
    if (index < 0) left.push(barrier);
    else excused.push({ barrier, exception: index });
  }
  return { excused, left };
}
