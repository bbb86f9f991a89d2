import { bodies } from './bodies.ts';
import type { Case } from './case.ts';
import { drafts } from './drafts.ts';
import { files } from './files.ts';
import { frontMatter } from './front-matter.ts';
import { links } from './links.ts';
import { records } from './records.ts';

/** At least one way to make every mistake that the gate reports. */
export const cases: readonly Case[] = [...frontMatter, ...files, ...drafts, ...bodies, ...links, ...records];
