/** `ADDRESS FOLDER [public|staff]`, in the database that is ready: one line for each refusal, then what was left out, the count at the end. */
import { db, pool } from '@/lib/core/db';
import { importDiscourse, type Stage } from '@/lib/import/import-discourse';
import { createProgress, type Progress } from '@/lib/import/progress';
import { createKinds, discourseSummary, formatLeftOut, formatRefusal, type Refusal } from '@/lib/import/report';

import { placeOf } from './import-words';

const names: Record<Stage, string> = { files: 'Files', members: 'Members', threads: 'Threads' };
const [from, folder = '', boards] = process.argv.slice(2);
const kinds = createKinds();
const last: string[] = [];
let bar: { stage: Stage; progress: Progress } | undefined;

const done = await importDiscourse(placeOf(folder), {
  base: from === 'none' ? undefined : from || undefined,
  boards: boards === 'public' || boards === 'staff' ? boards : undefined,
  strict: true,
  withoutBase: from === 'none',
  onRefusal: tell,
  onStep: step,
  onLeftOut: (what, count) => last.push(formatLeftOut(what, count)),
});
bar?.progress.done();
if (done.changed > 0) last.unshift(`brought up to date: ${done.changed} posts and threads that changed there`);
last.push(...[kinds.line()].filter((line) => line !== null), discourseSummary(done));
process.stdout.write(`${last.join('\n')}\n`);
const brought = done.threads + done.members;
process.exitCode = done.empty || (brought === 0 && done.refused > 0) ? 1 : 0;
await db.$disconnect();
await pool.end();

function tell(refusal: Refusal): void {
  kinds.add(refusal);
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
