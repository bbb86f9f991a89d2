import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';

/** Reads and checks the content of one project, once, and says how long that took since the start of the process, and of which work. */
const [root = ''] = process.argv.slice(2);
const { findings } = loadSite({ root, languages, drafts: true });
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: performance.now() / 1e3,
    cpuSeconds: (user + system) / 1e6,
    findings: findings.length,
  }),
);
