/** Reads a stand-in forum as the command would, in no time: pauses are counted, not waited for. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach } from 'vitest';

import { createApi, type ApiOptions } from '@/lib/import/discourse-api/api-client';
import { openForumFolder } from '@/lib/import/discourse-api/forum-folder';
import { readForum, type ReadForum } from '@/lib/import/discourse-api/read-forum';

import { standInKey, startStandIn, type StandIn, type StandInForum, type StandInRules } from './discourse-stand-in';
import { insideFetch } from './inside-fetch';

/** A clock that only pauses move. */
export function stillClock(from = Date.parse('2026-11-29T12:00:00Z')) {
  let at = from;
  return { now: () => at, pause: async (ms: number) => void (at += ms), passed: () => at - from };
}

export const freshFolder = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'read-')), 'forum');

/** Starts stand-ins whose key is one of staff, unless their rules say otherwise, and closes them after each test. The rules may be changed while it runs. */
export function standIns(usual: StandInRules = {}): (forum: StandInForum, rules?: StandInRules) => Promise<StandIn> {
  const open: StandIn[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });
  return async (forum, rules = {}) => {
    const standIn = await startStandIn(forum, Object.assign(rules, { staff: true, ...usual, ...rules }));
    open.push(standIn);
    return standIn;
  };
}

/** What reads of the stand-in are handed: who asks it, and an empty folder. */
export async function openStandIn({ site, port }: StandIn) {
  const { now, pause } = stillClock();
  const asking = { site, key: standInKey, username: 'system', perMinute: 6_000, fetch: insideFetch([port]) };
  const folder = await openForumFolder(freshFolder(), site, new Date(now()));
  return { api: createApi({ ...asking, now, pause }), folder };
}

type Given = Partial<Omit<ReadForum, 'api'>> & { standIn: StandIn; api?: Partial<ApiOptions> };

export async function readStandIn({ standIn, api = {}, ...rest }: Given) {
  const clock = stillClock();
  const waits: string[] = [];
  const client = createApi({
    ...{ site: standIn.site, key: standInKey, username: 'system', perMinute: 6_000 },
    ...{ fetch: insideFetch([standIn.port]), now: clock.now, pause: clock.pause },
    onWait: (ms, why) => waits.push(`${ms} ${why}`),
    ...api,
  });
  const folder = rest.folder ?? freshFolder();
  const before = standIn.asked.length;
  const done = await readForum({ now: new Date(clock.now()), ...rest, api: client, folder });
  return { done, folder, waits, asked: standIn.asked.slice(before), passed: clock.passed() };
}
