/** Reads a forum into a folder and tells the terminal how it goes; the key is in none of its words. */
import path from 'node:path';

import { createApi, ForumStopped, type ApiOptions } from '@/lib/import/discourse-api/api-client';
import { readForum, type ForumRead } from '@/lib/import/discourse-api/read-forum';
import { createProgress, type Progress } from '@/lib/import/progress';
import { formatLeftOut } from '@/lib/import/report';

import { withLock } from './lock';
import { printable, say, Trouble } from './say';

export type ReadDiscourse = Pick<ApiOptions, 'site' | 'key' | 'username' | 'perMinute' | 'fetch'> & {
  folder: string;
  again: boolean;
};

/** Pauses shorter than this are part of the pace. */
const tellFrom = 5_000;
const mostNamed = 20;
/** Another run that reads into the folder is not waited for; one that was killed is got over in that time. */
const lockMs = 2_000;

/** Answers 0 where the folder holds what the forum let be read, 1 where reading stopped, with the reason on the terminal. */
export async function readDiscourse({ folder, again, ...asking }: ReadDiscourse): Promise<number> {
  let bar: { total: number; progress: Progress } | undefined;
  const note = (line: string) => (bar ? bar.progress.note(printable(line)) : say(printable(line)));
  const api = createApi({
    ...asking,
    onWait: (ms, why) => void (ms >= tellFrom && note(`waiting ${Math.ceil(ms / 1_000)} s: ${why}`)),
  });
  const began = Date.now();
  const onTopic = (done: number, total: number) => {
    if (bar?.total !== total || done === 1) {
      bar?.progress.done();
      bar = { total, progress: createProgress('Topics read', total, process.stdout) };
    }
    bar.progress.step();
  };
  const onLists = (what: string, found: number) => note(`${what} listed: ${found}`);
  try {
    const work = () => readForum({ api, folder, again, now: new Date(), onTopic, onLists });
    const done = await withLock(path.join(folder, '.lock'), work, lockMs);
    bar?.progress.done();
    for (const line of reportOf(done)) say(printable(line));
    const minutes = Math.ceil((Date.now() - began) / 60_000);
    say(`${api.count.requests} requests in ${minutes} min, into ${folder}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ForumStopped || error instanceof Trouble)) throw error;
    bar?.progress.done();
    process.stderr.write(`${printable(error.message)}\n`);
    return 1;
  }
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
    ...without.map((what) => `not let be read: ${what}`),
  ];
}
