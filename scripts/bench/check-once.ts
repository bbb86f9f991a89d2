import { filesReaderFor } from '../../lib/content/read-files-in-threads.ts';
import { languages } from '../../lib/i18n/languages.ts';

/** Reads and checks the content of one project, once, and says how long that took since the start of the process, and of which work. */
const [root = ''] = process.argv.slice(2);
// As `npm run check` does.
const filesReader = await filesReaderFor(root);
const { loadSite } = await import('../../lib/content/load.ts');
const { findings } = loadSite({ root, languages, drafts: true, filesReader });
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: performance.now() / 1e3,
    cpuSeconds: (user + system) / 1e6,
    findings: findings.length,
  }),
);
