/**
 * `ADDRESS FOLDER [public|staff] [rehearse] [whole]`, in the database that is ready: one line for each refusal, then what was left out,
 * the count at the end. With `read PER-MINUTE [again]` the forum at the address is read into the folder first, with the key from the environment.
 */
import { settings } from '@/lib/core/settings';
import { bringForumFolder, type ForumBrought } from '@/lib/flows/imports/bring-forum';
import { runHere } from '@/lib/flows/imports/run-here';
import type { ReportOf } from '@/lib/import/collect-report';
import type { Track } from '@/lib/flows/imports/track-run';
import type { Stage } from '@/lib/import/import-discourse';
import { formatLeftOut } from '@/lib/import/left-out';
import { createProgress, type Progress } from '@/lib/import/progress';
import { createKinds, discourseSummary, formatRefusal, rehearsalSummary, type Refusal } from '@/lib/import/report';
import { ForumStopped } from '@/lib/import/discourse-api/api-client';

import { endImport, ofRun } from './end-import';
import { placeOf } from './import-words';
import { readDiscourse } from './read-discourse';
import { withGaps } from './reading-status';
import { say } from './say';

const names: Record<Stage, string> = { files: 'Files', members: 'Members', threads: 'Threads' };
const [from = '', folder = '', boards, ...how] = process.argv.slice(2);
const place = placeOf(folder);
const rehearsal = how.includes('rehearse');
const kinds = createKinds();
const last: string[] = [];
const kept: string[] = [];
let bar: { stage: Stage; progress: Progress } | undefined;

const brought = await ofRun(() =>
  runHere<ForumBrought>({
    ...{ source: 'DISCOURSE', rehearsal, input: { site: from === 'none' ? undefined : from || undefined } },
    async work({ report, track }) {
      const whole = how.includes('read') ? await read({ report, track }) : how.includes('whole');
      return bringForumFolder({
        ...{ folder: place, rehearsal, report, track },
        how: {
          ...{
            base: from === 'none' ? undefined : from || undefined,
            strict: true,
            withoutBase: from === 'none',
            whole,
          },
          boards: boards === 'public' || boards === 'staff' ? boards : undefined,
        },
        watch: {
          onRefusal: tell,
          onStep: step,
          onLeftOut: (what, count) => last.push(formatLeftOut(what, count)),
          onKept: (what, count) => kept.push(`${count} ${what}`),
        },
      });
    },
  }).catch((error: unknown) => {
    // The reading has said why it stopped.
    if (!(error instanceof ForumStopped)) throw error;
    process.exitCode = 1;
    return null;
  }),
);
bar?.progress.done();
if (brought) {
  const { done } = brought;
  if (done.changed > 0) last.unshift(`brought up to date: ${done.changed} posts and threads that changed there`);
  if (kept.length > 0) last.push(`kept until Millet has a place for them: ${kept.join(', ')}`);
  const counted = done.rehearsal;
  const summary = counted ? rehearsalSummary({ ...done, rehearsal: counted }) : discourseSummary(done);
  last.push(...[kinds.line()].filter((line) => line !== null), summary);
  say(last.join('\n'));
  process.exitCode = done.empty || (done.threads + done.members === 0 && done.refused > 0) ? 1 : 0;
}
await endImport();

/** Whether all of the forum could be read. Throws where reading stopped, once the terminal has been told why. */
async function read({ report, track }: { report: ReportOf; track: Track }): Promise<boolean> {
  const { DISCOURSE_API_KEY: key, DISCOURSE_API_USERNAME: username } = settings
    .pick({ DISCOURSE_API_KEY: true, DISCOURSE_API_USERNAME: true })
    .parse(process.env);
  const perMinute = Number(how[how.indexOf('read') + 1]);
  let stopped: Error | undefined;
  track.at('lists');
  const status = await readDiscourse({
    ...{
      site: from,
      key: key ?? '',
      username,
      perMinute,
      pause: track.pause,
      folder: place,
      again: how.includes('again'),
    },
    watch: {
      onListing: (topics) => (track.at('lists'), track.step(topics, 0)),
      onTopic: (done, total) => (track.at('topics'), track.step(done, total)),
      onRead: report.read,
      onStopped: (error) => (stopped = error),
    },
  });
  if (status === 0 || status === withGaps) return status === 0;
  throw stopped instanceof ForumStopped ? stopped : new ForumStopped('the folder is held by another run', 'folder');
}

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
