import { parseArgs } from 'node:util';
import { type Project, Refusal, WriteError } from '#edit/project.ts';
import { gateMessages, languagesOf, type Translate, translatorOf, type Values } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { root } from './environment.ts';
import { keyOf, optionsOfNpm } from './npm-options.ts';

/* What the commands for editors share: messages in the editors' languages, and the exit codes. */

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export interface Command {
  /** The positional arguments. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly project: Project;
  /** Prints a message of the command in the chosen languages. */
  readonly say: (key: string, values?: Values) => void;
  /** Prints the usage and exits with 2. */
  readonly misuse: () => never;
  /** The translator of each language to print in: all, or the one of `--lang`. */
  readonly translators: readonly Translate[];
}

/**
 * Runs a command whose messages are under its name in `gate/messages`. `--lang` selects one language for the output. Exits with 0
 * when the work is done, 1 when it is refused or a file cannot be written, 2 for wrong arguments.
 * @param options the options of the command besides `--lang`, as `parseArgs` takes them
 */
export function runCommand(name: string, options: Options, work: (command: Command) => void): void {
  const messages = gateMessages(root, languages);
  const parsed = parse({ ...options, lang: { type: 'string' } });
  const lang = parsed?.values['lang'];
  const every = languagesOf(messages);
  const chosen = every.filter((language) => lang === undefined || language === lang);
  const inWords = (text: (translate: Translate) => string) =>
    (chosen.length > 0 ? chosen : every)
      .map((language) => `[${language}] ${text(translatorOf(messages, language))}`)
      .join('\n');
  const own = (key: string, values?: Values) => inWords((translate) => translate(`${name}.${key}`, values));
  const fail = (exitCode: 1 | 2, text: string): never => {
    console.error(text);
    return process.exit(exitCode);
  };
  const misuse: () => never = () => fail(2, own('usage'));

  if (!parsed || chosen.length === 0) misuse();
  try {
    work({
      words: parsed.positionals.map(keyOf),
      options: parsed.values as Command['options'],
      project: { root, languages, messages },
      say: (key, values) => console.log(own(key, values)),
      misuse,
      translators: chosen.map((language) => translatorOf(messages, language)),
    });
  } catch (error) {
    if (error instanceof Refusal) fail(1, own(error.message, error.values));
    if (!(error instanceof WriteError)) throw error;
    const { file, reason } = error;
    fail(
      1,
      inWords((say) => `${say('report.notWritten', { file, reason })} ${say('report.partlyWritten')}`),
    );
  }
}

function parse(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true, args: [...process.argv.slice(2), ...optionsOfNpm(options)] });
  } catch {
    return null;
  }
}
