import { run } from '#desk/server/actions.ts';
import { Refused, readRequest } from '#desk/server/guard.ts';
import { translatorOf } from '#edit/report/describe.ts';
import { gateMessages } from '#edit/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';

const root = process.cwd();

/** An action of the desk: JSON in, JSON out. Never published. */
export async function POST(request: Request, { params }: { params: Promise<{ action: string }> }) {
  const { action } = await params;
  const messages = gateMessages(root, languages);
  const wanted = new URL(request.url).searchParams.get('language');
  const language = languages.find(({ code }) => code === wanted)?.code ?? languages[0]?.code ?? '';
  try {
    const input = await readRequest(request);
    const { status, answer } = await run(action, input, { project: { root, languages, messages }, language });
    return Response.json(answer, { status });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return Response.json(
      { reason: translatorOf(messages, language)(`desk.refused.${error.message}`) },
      { status: error.status },
    );
  }
}
