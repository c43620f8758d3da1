import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { readFileSync } from 'node:fs';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { truncateAll } from '@/tests/support/database';
import { makeBoard, makeMember, makeThread } from '@/tests/support/forum-factories';
import { refusal, refused } from '@/tests/support/refusal';

import * as commands from './commands';
import { readReports } from './list';
import { listReasons, listReportCases } from './queries';
import { firstReasons } from './reason-settings';

const save = transact(commands.saveReason);
const arrange = transact(commands.arrangeReason);
const words = { label: 'Fake review', labelZh: '虚假评价', hint: 'Paid for.', hintZh: '收钱写的。' };

let admin: SignedIn;
let bad: string;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
  bad = (await makeThread(await makeMember(), await makeBoard())).postId;
});

const all = async () => (await listReasons({ db })).reasons;
const ids = async () => (await all()).map(({ id }) => id);
const report = async (reason: string) => refusal(reportPost(await makeMember(), { post: bad, reason, note: '' }));
const cases = async (reason: string) =>
  (await listReportCases(reading(admin), { asked: readReports({ reason }), zone: 'UTC' })).rows;

describe('reasons', () => {
  it('are the program’s own until somebody who may changes them', async () => {
    expect(await all()).toEqual(firstReasons);
    expect(await refusal(save(await makeMember({ roles: ['MODERATOR'] }), { shown: 0, ...words }))).toBe('forbidden');
    await save(admin, { shown: 0, ...words });
    const added = (await all()).at(-1)!;
    expect(added).toMatchObject({ ...words, retired: false });
    expect(await report(added.id)).toBe('done');
    expect(await cases(added.id)).toMatchObject([{ reports: [{ reason: added.id, label: 'Fake review' }] }]);
  });

  it('move, are retired behind the others and come back; one at least stays', async () => {
    await arrange(admin, { shown: 0, id: 'OTHER', move: 'up' });
    expect(await ids()).toEqual(['SPAM', 'ABUSE', 'OFF_TOPIC', 'OTHER', 'PRIVACY']);
    await arrange(admin, { shown: 1, id: 'SPAM', move: 'retire' });
    expect(await ids()).toEqual(['ABUSE', 'OFF_TOPIC', 'OTHER', 'PRIVACY', 'SPAM']);
    await arrange(admin, { shown: 2, id: 'PRIVACY', move: 'down' });
    expect((await listReasons({ db })).version).toBe(2);
    for (const [at, id] of ['ABUSE', 'OFF_TOPIC', 'OTHER'].entries())
      await arrange(admin, { shown: 2 + at, id, move: 'retire' });
    expect(await refusal(arrange(admin, { shown: 5, id: 'PRIVACY', move: 'retire' }))).toBe('reason-last');
    await arrange(admin, { shown: 5, id: 'ABUSE', move: 'restore' });
    expect((await all()).filter(({ retired }) => !retired).map(({ id }) => id)).toEqual(['PRIVACY', 'ABUSE']);
    expect(await refusal(arrange(admin, { shown: 6, id: 'nothing', move: 'up' }))).toBe('not-found');
  });

  it('are changed by the first of two who saw one version', async () => {
    const both = ['up', 'retire'].map((move) => refusal(arrange(admin, { shown: 0, id: 'OTHER', move: move as 'up' })));
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'settings-changed']);
    expect((await refused(save(admin, { shown: 0, ...words }))).detail.values).toEqual({ name: 'Ada', version: 1 });
  });
});

describe('a report', () => {
  it('keeps the words of its reason, and is found by it when it is worded anew and retired', async () => {
    expect(await report('SPAM')).toBe('done');
    await save(admin, { shown: 0, id: 'SPAM', ...words });
    await arrange(admin, { shown: 1, id: 'SPAM', move: 'retire' });
    expect(await cases('SPAM')).toMatchObject([
      { reports: [{ reason: 'SPAM', label: 'Advertising or spam', labelZh: '广告或灌水' }] },
    ]);
    expect(await cases('ABUSE')).toEqual([]);
  });

  it('is not sent for a reason that is retired or was never one, and costs its sender nothing then', async () => {
    await arrange(admin, { shown: 0, id: 'SPAM', move: 'retire' });
    expect([await report('SPAM'), await report('WEATHER'), await report('ABUSE')]).toEqual([
      ...['reason-retired', 'reason-retired', 'done'],
    ]);
    expect(await db.report.count()).toBe(1);
  });
});

it('reports from before have the words that their reason had then', async () => {
  const { id: reporterId } = await makeMember();
  const sql = readFileSync('prisma/migrations/20261129192442_report_reasons/migration.sql', 'utf8');
  await pool.query(`ALTER TABLE "Report" DROP COLUMN "reasonLabel", DROP COLUMN "reasonLabelZh";
    CREATE TYPE "ReportReason" AS ENUM ('SPAM', 'ABUSE', 'OFF_TOPIC', 'PRIVACY', 'OTHER');
    ALTER TABLE "Report" ALTER COLUMN "reason" TYPE "ReportReason" USING "reason"::"ReportReason"`);
  await pool.query(
    `INSERT INTO "Report" ("id", "postId", "reporterId", "reason", "createdAt") VALUES (gen_random_uuid(), $1, $2, 'PRIVACY', now())`,
    [bad, reporterId],
  );
  await pool.query(sql);
  const [row] = await db.report.findMany({ select: { reason: true, reasonLabel: true, reasonLabelZh: true } });
  const { label, labelZh } = firstReasons.find(({ id }) => id === 'PRIVACY')!;
  expect(row).toEqual({ reason: 'PRIVACY', reasonLabel: label, reasonLabelZh: labelZh });
});
