/** The process of one run: `ID`. It gives way to requests, and ends when the one that started it does. */
import { readdirSync } from 'node:fs';
import os from 'node:os';

import { db, limitTime, pool, timeLimits } from '@/lib/core/db';
import { log } from '@/lib/core/log';

import { runImport } from './run-import';

const niceness = 15;

process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches every process of a terminal; the parent says when this one ends.
process.on('SIGINT', () => undefined);
giveWay();
limitTime(timeLimits.jobs);
try {
  await runImport({ id: process.argv[2] ?? '' });
} catch (error) {
  log.error({ err: error }, 'the process of an import failed');
  process.exitCode = 1;
}
await db.$disconnect().catch(() => undefined);
await pool.end().catch(() => undefined);
process.exit();

// Niceness is per thread on Linux.
function giveWay(): void {
  try {
    os.setPriority(niceness);
    for (const thread of readdirSync('/proc/self/task')) os.setPriority(Number(thread), niceness);
  } catch {
    // Another system: the process as a whole gives way, or none of it may.
  }
}
