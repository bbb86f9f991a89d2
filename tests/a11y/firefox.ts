import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The paths of Firefox that are tried, `FIREFOX_PATH` first. */
const candidates = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** The path of Firefox; undefined when it is not installed. */
export const firefoxPath = candidates.find((candidate) => candidate && existsSync(candidate));

/** The code points of keys in WebDriver. */
const keys = { Tab: '\ue004', Enter: '\ue007', Shift: '\ue008', Escape: '\ue00c', Space: ' ' } as const;

/** How a Firefox is started. */
interface Options {
  readonly width: number;
  readonly height: number;
  /** Preferences of `about:config`, such as those of a reader with forced colours. */
  readonly preferences?: Readonly<Record<string, boolean | number>>;
}

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly message?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the result of each command of WebDriver BiDi has its own shape
  readonly result?: any;
}

/**
 * A Firefox with one tab, driven by WebDriver BiDi over a WebSocket. Playwright drives only its own build of Firefox, and its BiDi
 * backend sends `emulation.setMediaFeaturesOverride`, which Firefox ESR does not know.
 */
export class Firefox implements AsyncDisposable {
  #last = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #tab = '';

  readonly #socket: WebSocket;
  readonly #stop: () => Promise<void>;

  private constructor(socket: WebSocket, stop: () => Promise<void>) {
    this.#socket = socket;
    this.#stop = stop;
    socket.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    };
  }

  /** Starts a headless Firefox with an empty profile. */
  static async start({ width, height, preferences = {} }: Options): Promise<Firefox> {
    if (!firefoxPath) throw new Error('Firefox is not installed.');
    const profile = await mkdtemp(path.join(tmpdir(), 'firefox-'));
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});`);
    await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
    const child = spawn(firefoxPath, ['--headless', '--remote-debugging-port=0', '--profile', profile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stop = async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (bytes) => {
        said += bytes;
        const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
        if (url) resolve(url);
      });
      child.once('exit', () => reject(new Error(`Firefox did not start: ${said}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    const firefox = new Firefox(socket, stop);
    await firefox.send('session.new', { capabilities: {} });
    // The first tab of a headless Firefox never has the focus, and without it Enter presses no button.
    const { context } = await firefox.send('browsingContext.create', { type: 'tab' });
    firefox.#tab = context;
    await firefox.send('browsingContext.setViewport', { context: firefox.#tab, viewport: { width, height } });
    return firefox;
  }

  /** Sends a command of WebDriver BiDi and returns its result. */
  // biome-ignore lint/suspicious/noExplicitAny: see Answer
  async send(method: string, params: object): Promise<any> {
    this.#last += 1;
    const id = this.#last;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    this.#waiting.delete(id);
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  }

  /** Opens a page and waits until it has loaded. */
  async open(url: string): Promise<void> {
    await this.send('browsingContext.navigate', { context: this.#tab, url, wait: 'complete' });
  }

  /** Presses a key, together with Shift if wanted. */
  async press(key: keyof typeof keys, shift = false): Promise<void> {
    const strokes = shift ? [keys.Shift, keys[key]] : [keys[key]];
    const actions = [
      ...strokes.map((value) => ({ type: 'keyDown', value })),
      ...strokes.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.send('input.performActions', {
      context: this.#tab,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /** Types letters into the field that has the focus. */
  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.send('input.performActions', {
      context: this.#tab,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /** Runs a function in the page, even when scripts are off, and returns its result, which must be JSON. */
  async evaluate<Result, Argument>(work: (argument: Argument) => Result, argument?: Argument): Promise<Result> {
    const { result, exceptionDetails } = await this.send('script.evaluate', {
      expression: `JSON.stringify((${work})(${JSON.stringify(argument) ?? ''}))`,
      target: { context: this.#tab, sandbox: 'tests' },
      awaitPromise: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value === undefined ? (undefined as Result) : JSON.parse(result.value);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close();
    await this.#stop();
  }
}
