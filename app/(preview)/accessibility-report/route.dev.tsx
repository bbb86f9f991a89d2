import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mediaTypes } from '#lib/site/media-types.ts';

export const dynamic = 'force-dynamic';

/**
 * The report of the last `npm run a11y`, at `/accessibility-report` of the preview. Never published: production does not know the
 * extension of this file.
 */
export function GET() {
  const file = path.join(process.cwd(), 'reports/accessibility.html');
  const report = existsSync(file) ? readFileSync(file, 'utf8') : nothing;
  return new Response(report, { headers: { 'Content-Type': mediaTypes.html } });
}

const nothing = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>No accessibility report yet</title></head>
<body><main><h1>No accessibility report yet</h1><p>Run <code>npm run a11y</code>, which takes about 20 minutes, and open this page again.</p></main></body>
</html>
`;
