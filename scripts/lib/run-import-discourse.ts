/**
 * `ADDRESS FOLDER [public|staff] [rehearse] [whole]`, in the database that is ready: one line for each refusal, then what was left out,
 * the count at the end.
 */
import { db, pool } from '@/lib/core/db';
import { importDiscourse, type Stage } from '@/lib/import/import-discourse';
import { createProgress, type Progress } from '@/lib/import/progress';
import {
  createKinds,
  discourseSummary,
  formatLeftOut,
  formatRefusal,
  rehearsalSummary,
  type Refusal,
} from '@/lib/import/report';

import { placeOf } from './import-words';
import { say } from './say';

const names: Record<Stage, string> = { files: 'Files', members: 'Members', threads: 'Threads' };
const [from, folder = '', boards, ...how] = process.argv.slice(2);
const kinds = createKinds();
const last: string[] = [];
const kept: string[] = [];
let bar: { stage: Stage; progress: Progress } | undefined;

const done = await importDiscourse(placeOf(folder), {
  base: from === 'none' ? undefined : from || undefined,
  boards: boards === 'public' || boards === 'staff' ? boards : undefined,
  strict: true,
  withoutBase: from === 'none',
  rehearse: how.includes('rehearse'),
  whole: how.includes('whole'),
  onRefusal: tell,
  onStep: step,
  onLeftOut: (what, count) => last.push(formatLeftOut(what, count)),
  onKept: (what, count) => kept.push(`${count} ${what}`),
});
bar?.progress.done();
if (done.changed > 0) last.unshift(`brought up to date: ${done.changed} posts and threads that changed there`);
if (kept.length > 0) last.push(`kept until Millet has a place for them: ${kept.join(', ')}`);
const { rehearsal } = done;
const summary = rehearsal ? rehearsalSummary({ ...done, rehearsal }) : discourseSummary(done);
last.push(...[kinds.line()].filter((line) => line !== null), summary);
say(last.join('\n'));
const brought = done.threads + done.members;
process.exitCode = done.empty || (brought === 0 && done.refused > 0) ? 1 : 0;
await db.$disconnect();
await pool.end();

function tell(refusal: Refusal): void {
  kinds.add(refusal);
  const line = formatRefusal(refusal);
  if (bar) bar.progress.note(line);
  else say(line);
}

function step(stage: Stage, _done: number, total: number): void {
  if (bar?.stage !== stage) {
    bar?.progress.done();
    bar = { stage, progress: createProgress(names[stage], total, process.stdout) };
  }
  bar.progress.step();
}
