import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { reportPost as report } from '@/lib/moderation/commands';
import { readReports } from '@/lib/moderation/list';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeBoard, makeMember, makeReply, makeThread, type MadeBoard } from '@/tests/support/forum-factories';

import { readReportedPosts } from './read-reported-posts';
import { reportPost } from './report-post';
import { resolveReports } from './resolve-reports';

let board: MadeBoard;
let author: SignedIn;
let mod: SignedIn;
let number: number;
let bad: string;

beforeEach(async () => {
  await truncateAll();
  [board, author, mod] = [await makeBoard(), await makeMember(), await makeMember({ roles: ['MODERATOR'] })];
  number = (await makeThread(await makeMember(), board, {})).number;
  bad = (await makeReply(author, number, 'a bad zorkmid')).postId;
});

type Reason = 'SPAM' | 'ABUSE';
const say = async (post = bad, reason: Reason = 'SPAM', by?: SignedIn) =>
  reportPost(by ?? (await makeMember()), { post, reason, note: '' });
const decide = (verdict: 'hide' | 'nothing', post = bad) =>
  resolveReports(mod, { post, verdict, reason: 'Seen it', days: undefined });
const list = async (query: Record<string, string | undefined>) =>
  (await readReportedPosts(reading(mod), { asked: readReports(query), zone: 'UTC' })).rows;
const cases = () =>
  db.reportCase.findMany({ orderBy: { openedAt: 'asc' }, select: { state: true, reports: true, outcome: true } });

describe('reported posts', () => {
  it('wait until they are decided, then stand among those with who, when and why; a later report opens the next', async () => {
    await say();
    await say();
    expect(await list({})).toMatchObject([{ postId: bad, count: 2, state: 'OPEN' }]);
    expect(await list({ state: 'DECIDED' })).toEqual([]);
    await decide('nothing');
    expect(await list({})).toEqual([]);
    const [decided] = await list({ state: 'DECIDED', sort: 'changed' });
    expect(decided).toMatchObject({
      ...{ outcome: 'NOTHING_WRONG', decision: 'Seen it', decidedBy: mod.name, count: 2 },
      decidedAt: expect.any(Date) as Date,
    });
    expect(decided!.reports).toHaveLength(2);
    await say();
    expect(await list({})).toMatchObject([{ postId: bad, count: 1, reports: [{ reason: 'SPAM' }] }]);
    expect(await cases()).toEqual([
      { state: 'DECIDED', reports: 2, outcome: 'NOTHING_WRONG' },
      { state: 'OPEN', reports: 1, outcome: null },
    ]);
  });

  it('are found by reason, board, author, reporter, outcome and number of reports', async () => {
    const other = await makeBoard();
    const [writer, reporter] = [await makeMember(), await makeMember()];
    const elsewhere = await makeThread(writer, other, {});
    await say();
    await say(elsewhere.postId, 'ABUSE', reporter);
    await say(elsewhere.postId, 'SPAM');
    const posts = async (query: Record<string, string>) => (await list(query)).map(({ postId }) => postId);
    expect(await posts({ reason: 'ABUSE' })).toEqual([elsewhere.postId]);
    expect(await posts({ reason: 'SPAM' })).toEqual([bad, elsewhere.postId]);
    expect(await posts({ board: board.id })).toEqual([bad]);
    expect(await posts({ author: `@${writer.handle.toUpperCase()}` })).toEqual([elsewhere.postId]);
    expect(await posts({ author: writer.handle.slice(0, -1) })).toEqual([]);
    expect(await posts({ reporter: reporter.handle, reason: 'SPAM' })).toEqual([elsewhere.postId]);
    expect(await posts({ reporter: reporter.handle, board: board.id })).toEqual([]);
    expect(await posts({ sort: 'most' })).toEqual([elsewhere.postId, bad]);
    await decide('hide');
    expect(await posts({ outcome: 'HIDDEN' })).toEqual([bad]);
    expect(await posts({ outcome: 'WARNED' })).toEqual([]);
    expect(await posts({ author: author.handle, state: 'DECIDED' })).toEqual([bad]);
  });

  it('are shown to nobody who does not decide on them', async () => {
    await say();
    const agent = await makeMember({ roles: ['SUPPORT'] });
    await expect(readReportedPosts(reading(agent))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a report that is sent while the others are decided', () => {
  // Reports and keeps the commit back until the decision waits, or has gone by.
  async function race(settle: () => Promise<unknown>): Promise<void> {
    await say();
    const late = await makeMember();
    let settled: Promise<unknown> | undefined;
    await inTransaction(late, async (ctx) => {
      await report(ctx, { post: bad, authorId: author.id, reason: 'ABUSE', note: '' });
      settled = settle();
      await untilWaiting(1);
    });
    await settled;
  }

  const forgotten = async () => {
    const open = await db.report.count({ where: { postId: bad, resolvedAt: null } });
    return open - ((await db.reportCase.findFirst({ where: { postId: bad, state: 'OPEN' } }))?.reports ?? 0);
  };

  it('is decided with them, or waits by itself', async () => {
    await race(() => decide('nothing'));
    expect(await forgotten()).toBe(0);
    expect(await cases()).toEqual([{ state: 'DECIDED', reports: 2, outcome: 'NOTHING_WRONG' }]);
  });

  it('would be forgotten if its post were not locked before the reports are read', async () => {
    await race(async () => {
      await pool.query(
        `UPDATE "Report" SET "resolvedAt" = now(), "outcome" = 'HIDDEN' WHERE "postId" = $1 AND "resolvedAt" IS NULL`,
        [bad],
      );
      await pool.query(`UPDATE "ReportCase" SET "state" = 'DECIDED' WHERE "postId" = $1 AND "state" = 'OPEN'`, [bad]);
    });
    expect(await forgotten()).toBe(1);
  });
});
