/** What people do with a repair at one moment, each with a control that fails without its guard. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { db, pool } from '@/lib/core/db';
import { askForRepair } from '@/lib/flows/repairs/ask-for-repair';
import { untilWaiting } from '@/tests/support/database';
import { makeDevice } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';
import { makeExamined } from '@/tests/support/repair-factories';

import type * as sql from './sql';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off a repair is read without being held: what the control shows to go wrong.
vi.mock('./sql', async (original) => {
  const real = await original<typeof sql>();
  return {
    ...real,
    lockRepair: (...[on, repairId]: Parameters<typeof real.lockRepair>) =>
      guard.off ? Promise.resolve(repairId) : real.lockRepair(on, repairId),
  };
});

beforeEach(() => void (guard.off = false));

const ask = (actor: SignedIn, unitId: string) =>
  askForRepair(actor, { unitId, note: 'It hums', shipTo: '', locale: 'en' });

/** Holds rows so that who comes meanwhile stands behind each other in this order, then lets them go. */
async function inTurn(text: string, id: string, ...work: (() => Promise<unknown>)[]): Promise<string[]> {
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query(text, [id]);
  const ends: Promise<string>[] = [];
  for (const [at, each] of work.entries()) {
    ends.push(refusal(each()));
    await untilWaiting(at + 1);
  }
  await holder.query('COMMIT');
  holder.release();
  return Promise.all(ends);
}

describe('at one moment', () => {
  const stand = async (repairId: string) => {
    const { state } = await db.repair.findUniqueOrThrow({ where: { id: repairId } });
    const quotes = await db.repairQuote.findMany({ where: { repairId }, orderBy: { version: 'asc' } });
    return [state, ...quotes.map((quote) => quote.state)];
  };
  const ofRepair = 'SELECT 1 FROM "Repair" WHERE "id" = $1 FOR UPDATE';

  it('an answer to one quote and another quote come one after the other', async () => {
    for (const first of ['answer', 'quote'] as const) {
      const repair = await makeExamined();
      await repair.quote(0, '49', 'Water');
      const acts = { answer: () => repair.answer(1, 'ACCEPTED'), quote: () => repair.quote(1, '59', 'Water') };
      const ends = await inTurn(ofRepair, repair.repairId, acts[first], acts[first === 'answer' ? 'quote' : 'answer']);
      expect(ends).toEqual(first === 'answer' ? ['done', 'done'] : ['done', 'repair-quote-old']);
      expect(await stand(repair.repairId)).toEqual(['QUOTED', first === 'answer' ? 'ACCEPTED' : 'REPLACED', 'OPEN']);
    }
  });

  it('control: without holding the repair an answer to the old quote stands beside the new one', async () => {
    const repair = await makeExamined();
    await repair.quote(0, '49', 'Water');
    guard.off = true;
    const quotes = 'SELECT 1 FROM "RepairQuote" WHERE "repairId" = $1 FOR UPDATE';
    const work = [() => repair.quote(1, '59', 'Water'), () => repair.answer(1, 'ACCEPTED')];
    expect(await inTurn(quotes, repair.repairId, ...work)).toEqual(['done', 'done']);
    expect(await stand(repair.repairId)).toEqual(['ACCEPTED', 'ACCEPTED', 'OPEN']);
  });

  it('a price that rises is agreed to by nobody but its owner, whoever writes; control: without its trigger it is', async () => {
    const repair = await makeExamined();
    await repair.quote(0, '49', 'Water');
    await repair.answer(1, 'ACCEPTED');
    await repair.quote(1, '59', 'Water');
    const { repairId } = repair;
    const loose = () => db.repairQuote.updateMany({ where: { repairId, version: 2 }, data: { state: 'ACCEPTED' } });
    await expect(loose()).rejects.toThrow(/Nobody agreed to quote 2/);
    const dearer = () => db.repairQuote.updateMany({ where: { repairId, version: 1 }, data: { amountMinor: 9_900 } });
    await expect(dearer()).rejects.toThrow(/is written/);
    await pool.query('ALTER TABLE "RepairQuote" DISABLE TRIGGER "RepairQuote_consent"');
    try {
      expect([(await loose()).count, (await dearer()).count]).toEqual([1, 1]);
    } finally {
      await pool.query('ALTER TABLE "RepairQuote" ENABLE TRIGGER "RepairQuote_consent"');
    }
  });

  it('one repair of a device is asked for; control: without its index each is', async () => {
    const { owner, unitId } = await makeDevice();
    const asks = () => Promise.all([1, 2, 3].map(() => refusal(ask(owner, unitId))));
    expect((await asks()).toSorted()).toEqual(['done', 'repair-open', 'repair-open']);
    const other = await makeDevice();
    const { rows } = await pool.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE indexname = 'Repair_one_open'`,
    );
    await pool.query('DROP INDEX "Repair_one_open"');
    try {
      const ends = await Promise.all([1, 2].map(() => refusal(ask(other.owner, other.unitId))));
      expect(ends).toEqual(['done', 'done']);
    } finally {
      await db.repair.updateMany({ where: { unitId: other.unitId }, data: { state: 'CANCELLED' } });
      await pool.query(rows[0]!.indexdef);
    }
  });
});
