// Plain JavaScript: what is compiled can be taken from the cache only after a thread has asked for it.
import module from 'node:module';
import { workerData } from 'node:worker_threads';

module.enableCompileCache(workerData.compiled ?? undefined);
await import('./file-thread.ts');
