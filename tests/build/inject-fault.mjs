// Preloaded into a build: makes an operation of the file system fail, or kills the process before it.
// FAULT is `<operation>:<how many succeed>:<error code, or "kill">`, for operations on paths that start with FAULT_FOLDER. Later
// operations fail as well, unless `:once` follows.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FAULT = '', FAULT_FOLDER = '' } = process.env;
const [operation, successes, effect, once] = FAULT.split(':');
const original = fs.promises[operation];
let left = Number(successes);

fs.promises[operation] = async (target, ...rest) => {
  if (!String(target).startsWith(FAULT_FOLDER) || left-- > 0) return original(target, ...rest);
  if (effect === 'kill') process.kill(process.pid, 'SIGKILL');
  if (once) left = Number.POSITIVE_INFINITY;
  throw Object.assign(new Error(`${effect}: injected, ${operation} '${target}'`), {
    code: effect,
    path: target,
  });
};
syncBuiltinESMExports();
