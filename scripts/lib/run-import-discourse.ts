/** `ADDRESS FOLDER`, in the database that is ready: one line for each refusal, the count at the end. */
import { db, pool } from '@/lib/core/db';
import { importDiscourse, type Stage } from '@/lib/flows/import/import-discourse';
import { createProgress, type Progress } from '@/lib/flows/import/progress';
import { discourseSummary, formatRefusal, type Refusal } from '@/lib/flows/import/report';

import { placeOf } from './import-words';

const names: Record<Stage, string> = { files: 'Files', members: 'Members', threads: 'Threads' };
const [base, folder = ''] = process.argv.slice(2);
let bar: { stage: Stage; progress: Progress } | undefined;

const done = await importDiscourse(placeOf(folder), { base: base || undefined, onRefusal: tell, onStep: step });
bar?.progress.done();
process.stdout.write(`${discourseSummary(done)}\n`);
process.exitCode = done.empty ? 1 : 0;
await db.$disconnect();
await pool.end();

function tell(refusal: Refusal): void {
  const line = formatRefusal(refusal);
  if (bar) bar.progress.note(line);
  else process.stdout.write(`${line}\n`);
}

function step(stage: Stage, _done: number, total: number): void {
  if (bar?.stage !== stage) {
    bar?.progress.done();
    bar = { stage, progress: createProgress(names[stage], total, process.stdout) };
  }
  bar.progress.step();
}
