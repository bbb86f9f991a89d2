import { parseArgs } from 'node:util';
import { languagesOf, sayIn } from '#gate/report/describe.ts';
import { gateMessages } from '#gate/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';
import { NotWritten } from './changes.ts';
import { root } from './environment.ts';

/** What the commands for editors have in common: they speak the editors' languages, and say what is wrong in one sentence. */

type Values = Readonly<Record<string, string | number>>;

/** A person's mistake in a command, in words; nothing was written. */
class Refusal extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Command {
  /** What stands on the command line besides options. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Prints a message of `messages/<language>.json` in every language, or in the one asked for. */
  readonly say: (key: string, values?: Values) => void;
  /** The same, as the reason why the command does nothing more. */
  readonly refuse: (key: string, values?: Values) => never;
  /** Says how to use the command, for a command line that makes no sense. */
  readonly misuse: () => never;
  /** One for each language that is spoken: all, or the one asked for. */
  readonly voices: readonly Voice[];
  /** One for each language of the site, for what is written to files. */
  readonly everyVoice: readonly Voice[];
}

/** The words of one language. */
export interface Voice {
  readonly language: string;
  /** A message under the name of the command. */
  readonly say: (key: string, values?: Values) => string;
  /** Any message, by its full key. */
  readonly word: Voice['say'];
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/**
 * Runs a command. Its words stand under its name in the messages; `usage` says how to use it. `--lang` chooses one language;
 * otherwise all are spoken. The exit code is 0 when the command did its work, 1 when it refused, 2 when it was misused.
 */
export function runCommand(name: string, options: Options, work: (command: Command) => void): void {
  const every = gateMessages(root, languages);
  const parsed = parse({ ...options, lang: { type: 'string' } });
  const asked = parsed?.values['lang'];
  const isKnown = typeof asked === 'string' && languagesOf(every).includes(asked);
  const spoken = isKnown ? [asked] : languagesOf(every);
  const voiceOf = (language: string): Voice => {
    const say = sayIn(every, language);
    return { language, say: (key, values = {}) => say(`${name}.${key}`, values), word: say };
  };
  const voices = spoken.map(voiceOf);
  const words = (key: string, values: Values) =>
    voices.map(({ language, say }) => `[${language}] ${say(key, values)}`).join('\n');
  const misuse = (): never => {
    throw new Refusal(words('usage', {}), 2);
  };

  try {
    if (asked !== undefined && !isKnown) misuse();
    work({
      words: parsed?.positionals ?? misuse(),
      options: parsed?.values as Command['options'],
      say: (key, values = {}) => console.log(words(key, values)),
      refuse: (key, values = {}) => {
        throw new Refusal(words(key, values), 1);
      },
      misuse,
      voices,
      everyVoice: languages.map(({ code }) => voiceOf(code)),
    });
  } catch (error) {
    if (error instanceof NotWritten) {
      const { file, reason } = error;
      for (const { language, word } of voices) {
        console.error(
          `[${language}] ${word('report.notWritten', { file, reason })} ${word('report.nothingChanged')}`,
        );
      }
      process.exitCode = 1;
      return;
    }
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

function parse(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return null;
  }
}
