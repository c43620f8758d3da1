/** Reads a forum into a folder and tells the terminal how it goes; the key is in none of its words. */
import { firstOf } from '@/lib/core/fields';
import { terminalLine, terminalLines } from '@/lib/core/terminal';
import { createApi, ForumStopped, type ApiOptions } from '@/lib/import/discourse-api/api-client';
import { checkForumFolder, lockOf } from '@/lib/import/discourse-api/forum-folder';
import { readForum, type ForumRead } from '@/lib/import/discourse-api/read-forum';
import { createProgress, type Progress } from '@/lib/import/progress';
import { formatLeftOut } from '@/lib/import/left-out';

import { withLock } from './lock';
import { withGaps } from './reading-status';
import { Trouble } from './say';

export type ReadDiscourse = Pick<ApiOptions, 'site' | 'key' | 'username' | 'perMinute' | 'fetch' | 'pause'> & {
  folder: string;
  again: boolean;
  /** Who is told of it besides the terminal: the run that staff see. */
  watch?: {
    onListing(topics: number): void;
    onTopic(done: number, total: number): void;
    onRead(done: ForumRead): void;
    onStopped(error: Error): void;
  };
};

/** Pauses shorter than this are part of the pace. */
const tellFrom = 5_000;
const mostNamed = 20;
/** While topics are listed, which takes a large forum long, a line says so as often as this. */
const listingMs = 60_000;
/** Another run that reads into the folder is not waited for; one that was killed is got over in that time. */
const lockMs = 2_000;

/**
 * Answers 0 where the folder holds what the forum let be read, `withGaps` where some topics could not be read, 1 where reading stopped, with
 * the reason on the terminal.
 */
export async function readDiscourse({ folder, again, watch, ...asking }: ReadDiscourse): Promise<number> {
  const lines = tellLines(watch);
  const api = createApi({
    ...asking,
    onWait(ms, why) {
      const pace = Math.floor(api.perMinute());
      const slower = pace < asking.perMinute ? `; asked ${Math.max(pace, 1)} times a minute from then on` : '';
      if (ms >= tellFrom) lines.note(`waiting ${spanOf(ms)}: ${why}${slower}`);
    },
  });
  const began = Date.now();
  try {
    // Another's folder is not even locked, which would write into it.
    await checkForumFolder(folder, asking.site);
    const work = () => readForum({ api, folder, again, now: new Date(), ...lines.watch });
    const done = await withLock(lockOf(folder), work, lockMs);
    lines.done();
    watch?.onRead(done);
    for (const line of reportOf(done)) lines.note(line);
    const minutes = Math.ceil((Date.now() - began) / 60_000);
    const { requests, waited } = api.count;
    const inWaiting = waited >= listingMs ? `, ${spanOf(waited)} of them waiting for the forum` : '';
    lines.note(`${requests} requests in ${minutes} min${inWaiting}, into ${folder}`);
    return done.whole ? 0 : withGaps;
  } catch (error) {
    if (!(error instanceof ForumStopped || error instanceof Trouble)) throw error;
    lines.done();
    watch?.onStopped(error);
    process.stderr.write(`${terminalLines(error.message)}\n`);
    return 1;
  }
}

/** What is said while a forum is read: a bar for its topics, and lines that never tear it. */
function tellLines(watch: ReadDiscourse['watch']) {
  let bar: { total: number; progress: Progress } | undefined;
  let listing = Date.now();
  const note = (line: string) => {
    if (bar) bar.progress.note(line);
    else process.stdout.write(`${terminalLine(line)}\n`);
  };
  return {
    note,
    done() {
      bar?.progress.done();
      bar = undefined;
    },
    watch: {
      onTopic(done: number, total: number) {
        watch?.onTopic(done, total);
        if (bar?.total !== total || done === 1) {
          bar?.progress.done();
          bar = { total, progress: createProgress('Topics read', total, process.stdout) };
        }
        bar.progress.step();
      },
      onLists: (what: string, found: number) => note(`${what} listed: ${found}`),
      onListing(topics: number) {
        watch?.onListing(topics);
        if (Date.now() - listing < listingMs) return;
        listing = Date.now();
        note(`listing topics: ${topics} so far`);
      },
    },
  };
}

function spanOf(ms: number): string {
  return ms < 120_000 ? `${Math.ceil(ms / 1_000)} s` : `${Math.ceil(ms / 60_000)} min`;
}

function reportOf({ topics, read, users, gone, skipped, without, unknown }: ForumRead): string[] {
  const named = skipped.length > mostNamed ? `${skipped.slice(0, mostNamed).join(', ')} and more` : skipped.join(', ');
  return [
    `read ${read} topics that were new or had changed; ${topics} topics and ${users} members are there`,
    ...(gone > 0 ? [`${gone} topics were deleted there since they were read`] : []),
    ...(unknown > 0
      ? [formatLeftOut('topics are in no list any more; whether they were deleted, this key cannot see', unknown)]
      : []),
    ...(skipped.length > 0
      ? [formatLeftOut(`topics that could not be read; the next run tries them again: ${named}`, skipped.length)]
      : []),
    ...without.slice(0, mostNamed).map((what) => `not let be read: ${firstOf(what, 200)}`),
    ...(without.length > mostNamed ? [`not let be read: ${without.length - mostNamed} more`] : []),
  ];
}
