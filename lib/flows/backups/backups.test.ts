import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import {
  askBackup,
  askVerification,
  beginBackup,
  endInterrupted,
  planNight,
  prepareRestore,
} from '@/lib/backups/commands';
import { backupMetrics } from '@/lib/backups/metrics';
import { nightOf } from '@/lib/backups/night';
import { countWrong, lastGoodAt, listBackupRows } from '@/lib/backups/queries';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day, hour, minute } from '@/lib/core/time';
import { CopyRefused, listBackups, makeBackup } from '@/lib/outside/backup';
import { readBrand } from '@/lib/core/current-brand';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { runBackup } from './run-backup';
import { tendBackups } from '@/lib/backups/tend-backups';
import { verifyBackupFile } from './verify-backup-file';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'millet-nights-'));
  await truncateAll();
});

const now = new Date('2026-11-29T12:00:00Z');
const rows = () => db.backup.findMany({ orderBy: { id: 'asc' } });
const one = async () => (await rows())[0]!;
const jobs = async () =>
  (await db.$queryRaw<{ id: string }[]>`SELECT payload->>'id' AS id FROM graphile_worker._private_jobs`).map(
    ({ id }) => id,
  );
const plan = (night: string, at = now) => transact(planNight)(system, { night }, { now: at });

describe('a night', () => {
  it('begins at the quiet time by the clock of the shop, also where clocks change', () => {
    expect(nightOf(new Date('2026-11-29T02:00:00Z'), 'Europe/Berlin')).toBe('2026-11-28');
    expect(nightOf(new Date('2026-11-29T02:15:00Z'), 'Europe/Berlin')).toBe('2026-11-29');
    expect(nightOf(new Date('2026-11-28T19:15:00Z'), 'Asia/Shanghai')).toBe('2026-11-29');
    // The clock jumps from 2 to 3, and goes back from 3 to 2: each night is one.
    expect(nightOf(new Date('2026-03-29T01:14:00Z'), 'Europe/Berlin')).toBe('2026-03-28');
    expect(nightOf(new Date('2026-03-29T01:15:00Z'), 'Europe/Berlin')).toBe('2026-03-29');
    expect(nightOf(new Date('2026-10-25T02:14:00Z'), 'Europe/Berlin')).toBe('2026-10-24');
    expect(nightOf(new Date('2026-10-25T02:15:00Z'), 'Europe/Berlin')).toBe('2026-10-25');
  });

  it('has one backup, made by a job, and nothing is made without a folder', async () => {
    await tendBackups(now, undefined);
    expect(await rows()).toEqual([]);
    await tendBackups(now, folder);
    await tendBackups(after(now, hour), folder);
    expect(await jobs()).toEqual([(await one()).id]);
    await runBackup({ id: (await one()).id }, { folder });
    await tendBackups(after(now, 2 * hour), folder);
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ cause: 'NIGHT', night: '2026-11-29', failure: null, namesOnly: false });
    expect(await listBackups(folder)).toEqual([row!.file]);
    expect([Number(row!.bytes), row!.verifiedAt]).toEqual([
      readFileSync(path.join(folder, row!.file!)).length,
      row!.endedAt,
    ]);
    await tendBackups(after(now, day), folder);
    expect((await rows()).map(({ night }) => night)).toEqual(['2026-11-29', '2026-11-30']);
  });

  it('is made once, whichever of two workers asks first; without the guard of the table twice', async () => {
    const race = async () => {
      await truncateAll();
      await Promise.all(Array.from({ length: 6 }, () => plan('2026-11-29')));
      return (await rows()).length;
    };
    for (let round = 0; round < 5; round += 1) expect(await race()).toBe(1);
    expect(new Set(await jobs()).size).toBe(1);

    const [index] = (await pool.query(`SELECT pg_get_indexdef('"Backup_one_open"'::regclass) AS text`)).rows;
    await pool.query('DROP INDEX "Backup_one_open", "Backup_night_attempt_key"');
    let most = 0;
    for (let round = 0; round < 10 && most < 2; round += 1) most = Math.max(most, await race());
    expect(most).toBeGreaterThan(1);
    await truncateAll();
    await pool.query(`${index.text}; CREATE UNIQUE INDEX "Backup_night_attempt_key" ON "Backup" (night, attempt)`);
  });

  it('is made by one of two workers that run the same job; without the guard by both', async () => {
    let made = 0;
    const make: typeof makeBackup = async (making) => ((made += 1), makeBackup(making));
    await plan('2026-11-29');
    const { id } = await one();
    await Promise.all([1, 2, 3].map(() => runBackup({ id }, { folder, make })));
    expect([made, (await one()).failure]).toEqual([1, null]);
    await Promise.all([1, 2, 3].map(() => runBackup({ id }, { folder, make, begin: async () => ({ asked: false }) })));
    expect(made).toBe(4);
    // Even then only one file is being written at a time.
    expect((await listBackups(folder)).length).toBeLessThan(4);
  });

  it('that fails is seen, tried again after half an hour, and three times in all', async () => {
    chmodSync(folder, 0o755);
    const tries: boolean[] = [];
    for (const minutes of [0, 10, 40, 80, 120, 300]) {
      const at = after(clock(), minutes * minute);
      tries.push(await plan('2026-11-29', at));
      const open = await db.backup.findFirst({ where: { endedAt: null } });
      if (open) await runBackup({ id: open.id }, { folder });
    }
    expect(tries).toEqual([true, false, true, true, false, false]);
    expect((await rows()).map(({ failure }) => failure)).toEqual(['folder', 'folder', 'folder']);
    expect(await countWrong(reading(system), 100)).toBe(3);
    chmodSync(folder, 0o700);
    expect(await plan('2026-11-30', after(clock(), day))).toBe(true);
    await runBackup({ id: (await rows()).at(-1)!.id }, { folder });
    expect(await countWrong(reading(system, after(clock(), day)), 100)).toBe(0);
    expect(await countWrong(reading(system, after(clock(), 3 * day)), 100)).toBe(1);
    const [age] = await backupMetrics[0]!.read();
    expect(age!.value).toBeLessThan(0.001 + day / 1000);
  });

  it('that fails says why, as a word that the page has a sentence for', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const failures: (string | null)[] = [];
    for (const [at, by] of [
      { folder: file },
      { make: () => Promise.reject(new CopyRefused('full', 'full')) },
      { make: () => Promise.reject(new Error('a fault of the program')) },
    ].entries()) {
      await plan(`2026-11-0${at + 1}`);
      const { id } = await db.backup.findFirstOrThrow({ where: { endedAt: null } });
      await runBackup({ id }, { folder, ...by });
      failures.push((await db.backup.findUniqueOrThrow({ where: { id } })).failure);
    }
    expect(failures).toEqual(['folder-missing', 'full', 'failed']);
  });

  it('that was interrupted is ended, but never one that is being made', async () => {
    await plan('2026-11-29', after(clock(), -hour));
    const { id } = await one();
    await transact(beginBackup)(system, { id }, { now: after(clock(), -hour) });
    const holder = await pool.connect();
    try {
      await holder.query(`SELECT pg_advisory_lock(hashtextextended('millet.backup', 0))`);
      await transact(endInterrupted)(system, undefined);
      expect((await one()).endedAt).toBeNull();
      await holder.query(`SELECT pg_advisory_unlock(hashtextextended('millet.backup', 0))`);
    } finally {
      holder.release();
    }
    await transact(endInterrupted)(system, undefined);
    expect((await one()).failure).toBe('interrupted');
  });

  it('pushes the oldest out, and their rows say so', async () => {
    for (const night of ['2026-11-27', '2026-11-28', '2026-11-29']) {
      await plan(night, new Date(`${night}T12:00:00Z`));
      await runBackup({ id: (await rows()).at(-1)!.id }, { folder, keep: 2 });
    }
    expect((await rows()).map(({ goneAt }) => goneAt !== null)).toEqual([true, false, false]);
    expect(await listBackups(folder)).toHaveLength(2);
  });
});

describe('staff', () => {
  it('ask for one at a time, have it checked, and see when it was spoilt or deleted', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const { id } = await transact(askBackup)(admin, undefined);
    expect(await refusal(transact(askBackup)(admin, undefined))).toBe('backup-running');
    await runBackup({ id }, { folder });
    const { file } = await one();
    expect(file).toMatch(/-asked\.tar$/);
    const check = async () => {
      await transact(askVerification)(admin, { id });
      await verifyBackupFile({ id }, folder);
      const { verifyingAt, spoiltAt, goneAt } = await one();
      return [verifyingAt, spoiltAt !== null, goneAt !== null];
    };
    expect(await check()).toEqual([null, false, false]);
    await transact(askVerification)(admin, { id });
    expect(await refusal(transact(askVerification)(admin, { id }))).toBe('backup-verifying');
    await verifyBackupFile({ id }, folder);

    const whole = path.join(folder, file!);
    const bytes = readFileSync(whole);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(whole, bytes);
    expect(await check()).toEqual([null, true, false]);
    expect(await lastGoodAt(reading(admin))).toBeNull();
    rmSync(whole);
    expect(await check()).toEqual([null, true, true]);
    expect(await refusal(transact(askVerification)(admin, { id }))).toBe('backup-gone');
    const { backups } = await listBackupRows(reading(admin));
    expect(backups[0]).toMatchObject({ id, tables: expect.any(Number), bytes: bytes.length });
  });

  it('prepare a restore by the name of the brand and a reason, which the audit log keeps', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const { id } = await transact(askBackup)(admin, undefined);
    const wish = { id, name: (await readBrand()).name.en, reason: 'The disk was lost' };
    expect(await refusal(transact(prepareRestore)(admin, wish))).toBe('not-found');
    await runBackup({ id }, { folder });
    expect(await refusal(transact(prepareRestore)(admin, { ...wish, name: 'Another' }))).toBe('brand-name');
    expect(await db.auditEntry.count({ where: { act: 'backups.prepareRestore' } })).toBe(0);
    expect(await transact(prepareRestore)(admin, wish)).toEqual({ file: (await one()).file, brand: wish.name });
    expect(await db.auditEntry.findFirst({ where: { act: 'backups.prepareRestore' } })).toMatchObject({
      reason: wish.reason,
      subjectId: id,
    });
  });
});
