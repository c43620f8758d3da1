import path from 'node:path';

import { env } from '@/lib/core/env';
import type { Settings } from '@/lib/core/settings';
import { importDiscourse, type DiscourseImported, type DiscourseWatch } from '@/lib/import/import-discourse';
import { createApi, type ApiOptions } from '@/lib/import/discourse-api/api-client';
import { readForum } from '@/lib/import/discourse-api/read-forum';
import type { ReportOf } from '@/lib/import/collect-report';
import { requestsPerMinute, type ImportFailure } from '@/lib/imports/choices';
import type { RunInput } from '@/lib/imports/run-input';

import type { Track } from './track-run';

type Watch = Pick<DiscourseWatch, 'onRefusal' | 'onLeftOut' | 'onKept' | 'onStep'>;
type BringFolder = {
  folder: string;
  how: Pick<DiscourseWatch, 'base' | 'boards' | 'strict' | 'withoutBase' | 'whole'>;
  rehearsal: boolean;
  report: ReportOf;
  track: Track;
  watch?: Watch;
};
export type ForumBrought = { failure?: ImportFailure; done: DiscourseImported };

/** Brings a folder of a forum's JSON, or rehearses it, and says in the report of the run what became of it. */
export async function bringForumFolder(bringing: BringFolder): Promise<ForumBrought> {
  const { folder, how, rehearsal, report, track, watch = {} } = bringing;
  const done = await importDiscourse(folder, {
    ...how,
    rehearse: rehearsal,
    onRefusal(refusal) {
      report.refusal(refusal);
      watch.onRefusal?.(refusal);
    },
    onLeftOut(words, count, code, of) {
      report.leftOut(code, count, of);
      watch.onLeftOut?.(words, count, code, of);
    },
    onKept: watch.onKept,
    onStep(stage, at, total) {
      track.at(stage);
      track.step(at, total);
      watch.onStep?.(stage, at, total);
    },
  });
  report.forum(done);
  return { done, ...(done.empty && { failure: 'nothing-read' }) };
}

type KeySettings = Partial<Pick<Settings, 'DISCOURSE_API_KEY' | 'DISCOURSE_API_SITE'>>;

type BringForum = {
  input: RunInput;
  rehearsal: boolean;
  report: ReportOf;
  track: Track;
  /** What tests put in the place of the network and of the settings. */
  by?: Partial<Pick<ApiOptions, 'fetch' | 'key' | 'perMinute'>> & { folder?: string; settings?: KeySettings };
};

/** Where a forum is read into on this machine. */
export const forumFolder = (site: string): string =>
  path.resolve(env.DATA_DIR, 'imports', site.replace(/^https?:\/\//, '').replaceAll(/[^a-z0-9.-]/gi, '_'));

/** Reads a forum through its API, with the key of the settings, and brings it or rehearses that. */
export async function bringForum({ input, rehearsal, report, track, by = {} }: BringForum) {
  const { site = '', again } = input;
  const { DISCOURSE_API_KEY, DISCOURSE_API_SITE } = by.settings ?? env;
  const key = by.key ?? DISCOURSE_API_KEY;
  if (!key) return { failure: 'no-key' as const };
  // Whoever runs the server set a key that reads all of their forum; staff name an address and must not have it sent elsewhere.
  if (by.key === undefined && !isSameSite(DISCOURSE_API_SITE, site)) return { failure: 'key-of-another' as const };
  const api = createApi({
    ...{ site, key, username: env.DISCOURSE_API_USERNAME, perMinute: by.perMinute ?? requestsPerMinute },
    ...(by.fetch && { fetch: by.fetch }),
    pause: track.pause,
  });
  const folder = by.folder ?? forumFolder(site);
  track.at('lists');
  const read = await readForum({
    ...{ api, folder, again, now: new Date() },
    onListing(topics) {
      track.at('lists');
      track.step(topics, 0);
    },
    onTopic(done, total) {
      track.at('topics');
      track.step(done, total);
    },
  });
  report.read(read);
  // Boards that the forum does not name are for staff until it does.
  const how = { base: site, boards: 'staff', strict: true, whole: read.whole } as const;
  return bringForumFolder({ folder, how, rehearsal, report, track });
}

function isSameSite(one: string | undefined, other: string): boolean {
  const plain = (address: string) => {
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname}`.replace(/\/+$/, '');
  };
  return one !== undefined && URL.canParse(other) && plain(one) === plain(other);
}
