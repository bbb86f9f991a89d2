import { loadSite } from '../../lib/content/load.ts';
import { languages } from '../../lib/i18n/languages.ts';

/** Reads and checks the content of one project, once, and says how long that took since the start of the process. */
const [root = ''] = process.argv.slice(2);
const { findings } = loadSite({ root, languages, drafts: true });
console.log(JSON.stringify({ milliseconds: performance.now(), findings: findings.length }));
