import { parseArgs } from 'node:util';
import { languagesOf, translatorOf } from '#gate/report/describe.ts';
import { gateMessages } from '#gate/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';
import { root } from './environment.ts';
import { WriteError } from './write.ts';

/* What the commands for editors share: messages in the editors' languages, and the exit codes. */

type Values = Readonly<Record<string, string | number>>;
type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** The messages of a command in one language. */
export interface Voice {
  readonly language: string;
  /** A message under the name of the command. */
  readonly say: (key: string, values?: Values) => string;
  /** Any message, by its full key. */
  readonly message: (key: string, values?: Values) => string;
}

export interface Command {
  /** The positional arguments. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Prints a message of the command in the chosen languages. */
  readonly say: (key: string, values?: Values) => void;
  /** Prints a message as an error and exits with 1. */
  readonly refuse: (key: string, values?: Values) => never;
  /** Prints the usage and exits with 2. */
  readonly misuse: () => never;
  /** The languages to print in: all, or the one of `--lang`. */
  readonly voices: readonly Voice[];
  /** All languages of the site, for texts that the command writes to files. */
  readonly everyVoice: readonly Voice[];
}

/**
 * Runs a command whose messages are under its name in `gate/messages`. `--lang` selects one language for the output. Exits with 0
 * when the work is done, 1 when the command refuses it or cannot write a file, 2 for wrong arguments.
 * @param options the options of the command besides `--lang`, as `parseArgs` takes them
 */
export function runCommand(name: string, options: Options, work: (command: Command) => void): void {
  const messages = gateMessages(root, languages);
  const parsed = parse({ ...options, lang: { type: 'string' } });
  const lang = parsed?.values['lang'];
  const chosen = typeof lang === 'string' ? lang : null;
  const isKnown = chosen === null || languagesOf(messages).includes(chosen);
  const voiceOf = (language: string): Voice => {
    const message = translatorOf(messages, language);
    return { language, message, say: (key, values = {}) => message(`${name}.${key}`, values) };
  };
  const voices = (chosen !== null && isKnown ? [chosen] : languagesOf(messages)).map(voiceOf);
  const inWords = (text: (voice: Voice) => string) =>
    voices.map((voice) => `[${voice.language}] ${text(voice)}`).join('\n');
  const fail = (exitCode: 1 | 2, text: (voice: Voice) => string): never => {
    console.error(inWords(text));
    return process.exit(exitCode);
  };
  const misuse = () => fail(2, ({ say }) => say('usage'));

  if (!parsed || !isKnown) misuse();
  try {
    work({
      words: parsed?.positionals ?? [],
      options: (parsed?.values ?? {}) as Command['options'],
      say: (key, values) => console.log(inWords(({ say }) => say(key, values))),
      refuse: (key, values) => fail(1, ({ say }) => say(key, values)),
      misuse,
      voices,
      everyVoice: languages.map(({ code }) => voiceOf(code)),
    });
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { file, reason } = error;
    fail(
      1,
      ({ message }) => `${message('report.notWritten', { file, reason })} ${message('report.partlyWritten')}`,
    );
  }
}

function parse(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return null;
  }
}
