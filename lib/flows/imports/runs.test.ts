/** One import at a time, whoever begins it; it is stopped, killed and gone on with. */

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { importShopify } from '@/lib/import/import-shopify';
import {
  beginRun,
  endRun,
  goOnWithRun,
  noteRun,
  rehearseForum,
  stopImportRun,
  tendImportRuns,
} from '@/lib/imports/commands';
import { holdImportLock } from '@/lib/imports/import-lock';
import { runMoves, type RunState } from '@/lib/imports/policy';
import { outcomeOf, runToEnd, start } from '@/scripts/lib/run-node';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { catalogState } from '@/tests/support/import-state';
import { askImport, askRehearsal, keptFiles, productsCsv, runOf, sendFile } from '@/tests/support/import-runs';
import { refusal } from '@/tests/support/refusal';
import { sheet } from '@/tests/support/shopify-run';

import { runImport } from './run-import';

vi.setConfig({ testTimeout: 120_000 });

const many = 30;
let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

const forum = { site: 'https://forum.example', again: false };
const ask = () => refusal(transact(rehearseForum)(admin, forum));
const openRuns = () => db.importRun.count({ where: { endedAt: null } });
const tend = (ms: number) => transact(tendImportRuns)(system, undefined, { now: after(clock(), ms) });
const queued = async () =>
  (await db.$queryRaw<{ id: string }[]>`SELECT payload->>'id' AS id FROM graphile_worker._private_jobs`).map(
    ({ id }) => id,
  );

/** An import of many products that was asked for. */
async function askMany(): Promise<string> {
  await sendFile(admin, 'products.csv', productsCsv(many));
  const { id } = await askRehearsal(admin);
  await transact(beginRun)(system, { id });
  await transact(endRun)(system, { id, state: 'DONE', report: null });
  return (await askImport(admin, id)).id;
}

async function asOneRun(): Promise<unknown> {
  await truncateAll();
  await importShopify([sheet('products.csv', productsCsv(many))], { currency: 'USD' });
  return catalogState();
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('runs', () => {
  it('are one at a time, however many ask at once; without the index several', async () => {
    const race = async () => {
      await truncateAll();
      admin = await makeMember({ roles: ['ADMIN'] });
      const codes = await Promise.all(Array.from({ length: 6 }, ask));
      return [await openRuns(), codes.filter((code) => code === 'import-running').length];
    };
    for (let round = 0; round < 5; round += 1) expect(await race()).toEqual([1, 5]);

    const [index] = (
      await pool.query<{ text: string }>(`SELECT pg_get_indexdef('"ImportRun_one_open"'::regclass) AS text`)
    ).rows;
    await pool.query('DROP INDEX "ImportRun_one_open"');
    let most = 0;
    for (let round = 0; round < 10 && most < 2; round += 1) most = Math.max(most, (await race())[0]!);
    expect(most).toBeGreaterThan(1);
    await truncateAll();
    await pool.query(index!.text);
  });

  it('are done by one process, though two begin with the same; without the lock by both', async () => {
    const id = await askMany();
    const hold = (await holdImportLock())!;
    expect(await holdImportLock()).toBeNull();
    await runImport({ id }, { patience: 0 });
    expect(await runOf(id)).toMatchObject({ state: 'WAITING', tries: 0 });
    // The control: what beginRun alone would do.
    expect([await transact(beginRun)(system, { id }), await transact(beginRun)(system, { id })]).toEqual([
      expect.objectContaining({ source: 'SHOPIFY' }),
      expect.objectContaining({ source: 'SHOPIFY' }),
    ]);
    await hold.release();
    await Promise.all([runImport({ id }), runImport({ id })]);
    expect(await runOf(id)).toMatchObject({ state: 'DONE', tries: 3 });
    expect(await db.product.count()).toBe(many);
  });

  it('move as the table says, and by the database not otherwise', async () => {
    const states = Object.keys(runMoves) as RunState[];
    for (const from of states) {
      for (const to of ['DONE', 'FAILED', 'STOPPED'] as const) {
        await db.importRun.deleteMany();
        const ended = ['DONE', 'FAILED', 'STOPPED'].includes(from) ? clock() : null;
        const { id } = await db.importRun.create({
          data: {
            ...{ source: 'SHOPIFY', origin: 'STAFF', rehearsal: true, state: from },
            ...{ askedAt: clock(), aliveAt: clock(), endedAt: ended },
          },
        });
        await transact(endRun)(system, { id, state: to, report: null });
        const moved = from !== to && (await runOf(id)).state === to;
        expect([from, to, moved]).toEqual([from, to, runMoves[from].includes(to)]);
      }
    }
    await expect(db.$executeRaw`UPDATE "ImportRun" SET "state" = 'RUNNING'`).rejects.toThrow('ImportRun_ended');
  });
});

describe('a run that is stopped', () => {
  it('while it waits is over at once, and can be gone on with', async () => {
    const id = await askMany();
    await transact(stopImportRun)(admin, { id });
    expect(await runOf(id)).toMatchObject({ state: 'STOPPED' });
    expect(await refusal(transact(stopImportRun)(admin, { id }))).toBe('import-over');
    await runImport({ id });
    expect(await db.product.count()).toBe(0);
    expect(await ask()).toBe('done');
    expect(await refusal(transact(goOnWithRun)(admin, { id }))).toBe('import-running');
    await transact(stopImportRun)(admin, {
      id: (await db.importRun.findFirstOrThrow({ where: { endedAt: null } })).id,
    });
    await transact(goOnWithRun)(admin, { id });
    expect(await refusal(transact(goOnWithRun)(admin, { id }))).toBe('import-over');
    await runImport({ id });
    expect(await runOf(id)).toMatchObject({ state: 'DONE', uploadId: null });
    expect(await db.product.count()).toBe(many);
  });

  it('while it runs ends at the next thing, keeps what came and its files, and goes on where it ended', async () => {
    const id = await askMany();
    const running = runImport({ id }, { everyMs: 10 });
    await until(async () => (await db.product.count()) > 0);
    await transact(stopImportRun)(admin, { id });
    expect(await ask()).toBe('import-running');
    await running;
    const { state, report } = await runOf(id);
    const came = await db.product.count();
    expect([state, report?.files]).toEqual(['STOPPED', [{ name: 'products.csv', kind: 'products' }]]);
    expect(came).toBeLessThan(many);
    expect(await keptFiles()).toEqual([1, 1, 1]);
    await transact(goOnWithRun)(admin, { id });
    await runImport({ id });
    expect(await runOf(id)).toMatchObject({ state: 'DONE' });
    const resumed = await catalogState();
    expect(withoutJobs(resumed)).toEqual(withoutJobs(await asOneRun()));
  });
});

describe('a run whose process is killed', () => {
  it('is noticed, waits again, and ends as one run would', async () => {
    const id = await askMany();
    const child = start({ script: 'lib/flows/imports/import-process.ts', words: [id], quiet: true });
    const over = outcomeOf(child);
    await until(async () => child.exitCode !== null || (await db.product.count()) > 0);
    child.kill('SIGKILL');
    await over;
    const done = await db.product.count();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(many);
    expect(await runOf(id)).toMatchObject({ state: 'RUNNING', tries: 1 });
    await tend(minute / 2);
    expect((await runOf(id)).state).toBe('RUNNING');
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await expect.poll(async () => (await tend(2 * minute), (await runOf(id)).state)).toBe('WAITING');
    expect(await queued()).toEqual([id]);
    const again = await runToEnd({ script: 'lib/flows/imports/import-process.ts', words: [id], quiet: true });
    expect([again.status, again.output]).toEqual([0, '']);
    expect(await runOf(id)).toMatchObject({ state: 'DONE', tries: 2 });
    expect(await keptFiles()).toEqual([0, 0, 0]);
    const resumed = await catalogState();
    expect(withoutJobs(resumed)).toEqual(withoutJobs(await asOneRun()));
  });

  it('is never taken from a process that lives, and not begun by itself without end', async () => {
    const id = await askMany();
    await transact(beginRun)(system, { id });
    const hold = (await holdImportLock())!;
    await tend(hour);
    expect((await runOf(id)).state).toBe('RUNNING');
    await hold.release();
    for (let tries = 1; tries < 5; tries += 1) {
      await tend(hour);
      expect((await runOf(id)).state).toBe('WAITING');
      await transact(beginRun)(system, { id });
    }
    await tend(hour);
    expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure: 'interrupted', tries: 5 });
    await transact(goOnWithRun)(admin, { id });
    await runImport({ id });
    expect((await runOf(id)).state).toBe('DONE');
  });

  it('and that was to stop is stopped', async () => {
    const id = await askMany();
    await transact(beginRun)(system, { id });
    await transact(stopImportRun)(admin, { id });
    expect(await transact(noteRun)(system, { id, phase: null, subject: null, done: 0, total: 0 })).toEqual({
      stop: true,
    });
    await tend(hour);
    expect((await runOf(id)).state).toBe('STOPPED');
  });

  it('that nobody begins with is over after some hours', async () => {
    const id = await askMany();
    await tend(hour);
    expect((await runOf(id)).state).toBe('WAITING');
    await tend(3 * hour);
    expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure: 'interrupted' });
  });
});

const withoutJobs = (state: unknown) => (state as { products: unknown }).products;
