import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, copyProject, type ProjectCopy } from '../build/project-copy.ts';
import { PlainServer } from '../deploy/plain-server.ts';
import { ask } from '../http/client.ts';
import type { Row } from './row.ts';

/* How long a change takes from the commit to the first answer that has it, on a server of its own and without installation. */

const template = 'publish/hosts/nginx.conf.template';
const contact = 'content/contacts/chancellery.yaml';

/** A change, and what the first answer that has it contains. */
interface Change {
  readonly what: string;
  readonly budget: number;
  readonly edit: (copy: ProjectCopy) => Promise<unknown> | unknown;
  readonly path: string;
  readonly sign: string;
}

const changes: readonly Change[] = [
  {
    what: 'a word of a record',
    budget: 20,
    edit: (copy) => copy.write(contact, copy.read(contact).replace('Op werkdagen,', 'Elke werkdag,')),
    path: '/data/v1/directory.json',
    sign: 'Elke werkdag,',
  },
  {
    what: 'an emergency notice',
    budget: 60,
    edit: (copy) => copy.run(['commands/notice.ts', 'house-closed']),
    path: '/nl',
    sign: 'Ons gebouw is gesloten',
  },
];

/** The seconds of each step of each change, in the order in which they happen. */
export async function benchPublish(): Promise<Row[]> {
  const copy = copyProject('bench-publish');
  const server = await PlainServer.make();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], { cwd: copy.root });
  try {
    copy.write(template, copy.read(template).replaceAll('8080', String(server.port)));
    git('init', '-q');
    git('add', '--all');
    git('commit', '-qm', 'Before');
    await publishOnce(copy, server);
    await server.start();
    const rows: Row[] = [];
    for (const { what, budget, edit, path: pagePath, sign } of changes) {
      await edit(copy);
      const started = performance.now();
      git('add', '--all');
      git('commit', '-qm', what);
      const steps: [string, number][] = [['commit', seconds(started)], ...(await publishOnce(copy, server))];
      const asked = performance.now();
      while (!(await ask(server.port, pagePath)).body.includes(sign)) await wait(50);
      steps.push(['first request', seconds(asked)]);
      rows.push(...steps.map(([step, value]) => ({ what: `${what}: ${step}`, value, unit: 's' })), {
        what: `${what}: the whole way`,
        value: seconds(started),
        unit: 's',
        budget,
      });
    }
    return rows;
  } finally {
    await server.remove();
    copy.remove();
  }
}

const seconds = (since: number) => (performance.now() - since) / 1e3;

/** Check, build and release. */
async function publishOnce(copy: ProjectCopy, server: PlainServer): Promise<[string, number][]> {
  const timed = async (
    name: string,
    work: () => Promise<{ code: number | null; output?: string; stderr?: string }>,
  ) => {
    const started = performance.now();
    const { code, output, stderr } = await work();
    if (code !== 0) throw new Error(`${name}: ${output ?? stderr}`);
    return [name, seconds(started)] as [string, number];
  };
  return [
    await timed('check', () => copy.run(['commands/check.ts'])),
    await timed('build', () => copy.run(build)),
    await timed('release', () => {
      const input = execFileSync('tar', ['-C', path.join(copy.root, 'out'), '-cf', '-', '.'], { maxBuffer: 1e9 });
      return server.release(['add', '-'], { input });
    }),
  ];
}
