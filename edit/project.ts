import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';

/** The project whose content is edited. */
export interface Project {
  /** Its absolute path. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** The words of the gate and of the editors' tools, in each language. */
  readonly messages: AllMessages;
}

/** An edit that is refused: the key of the message that gives the reason, among those of the edit, and its values. */
export class Refusal extends Error {
  readonly values: Readonly<Record<string, string>>;

  constructor(key: string, values: Readonly<Record<string, string>> = {}) {
    super(key);
    this.values = values;
  }
}
