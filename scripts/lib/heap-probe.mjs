/** Loaded into every thread of a server whose memory is looked at: writes every few seconds what the pages' thread holds after a collection, in bytes. */
import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, workerData } from 'node:worker_threads';

if (!isMainThread && workerData?.socketPath) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  setInterval(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(process.env.HEAP_PROBE, `${heapUsed + external}\n`);
  }, 4_000).unref();
}
