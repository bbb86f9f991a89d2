import { largestRequest, run } from '#desk/server/actions.ts';
import { setting } from '#desk/server/git.ts';
import { Refused, readRequest, signedIn } from '#desk/server/guard.ts';
import { gateMessages, translatorOf } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';

const root = process.cwd();

/**
 * An action of the desk, named in the query: JSON in, JSON out. Never published. The path has no parameters, because the preview starts a
 * process for each request to one that has.
 */
export async function POST(request: Request) {
  const messages = gateMessages(root, languages);
  const query = new URL(request.url).searchParams;
  const action = query.get('action') ?? '';
  const language = languages.find(({ code }) => code === query.get('language'))?.code ?? languages[0]?.code ?? '';
  try {
    const who = signedIn(request.headers);
    const input = await readRequest(request, largestRequest(action));
    const name = who?.author ?? (action === 'lock' ? await setting(root, 'user.name') : '');
    const writer = { window: request.headers.get('desk-window') ?? '', name };
    const { status, answer } = await run(action, input, {
      project: { root, languages, messages },
      language,
      writer,
      signedIn: who,
    });
    return Response.json(answer, { status });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return Response.json(
      { reason: translatorOf(messages, language)(`desk.refused.${error.message}`) },
      { status: error.status },
    );
  }
}
