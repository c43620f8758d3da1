/** What happens to a recall and its units at one moment, each with a control that fails without its guard. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { untilWaiting } from '@/tests/support/database';
import { makeDevice } from '@/tests/support/owned-devices';
import { makeDraft, makeOpenRecall } from '@/tests/support/recall-factories';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import type * as sql from './sql';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off a unit of a recall is read without being held: what the control shows to go wrong.
vi.mock('./sql', async (original) => {
  const real = await original<typeof sql>();
  return {
    ...real,
    lockRecallUnit: (...[on, id]: Parameters<typeof real.lockRecallUnit>) =>
      guard.off ? Promise.resolve(id) : real.lockRecallUnit(on, id),
  };
});
beforeEach(() => void (guard.off = false));

/** Writes down a unit of a product as a parcel or a delivery does, and leaves the transaction open. */
async function beginUnit(productId: string, variantId: string, kind: 'RECEIVED' | 'SHIPPED') {
  const client = await pool.connect();
  await client.query('BEGIN');
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Unit" ("id", "productId", "variantId", "serial", "state", "seq", "createdAt")
     VALUES (gen_random_uuid(), $1, $2, $3, $4, 1, now()) RETURNING "id"`,
    [productId, variantId, `SN${word()}`, kind],
  );
  const unitId = rows[0]!.id;
  const event = `INSERT INTO "UnitEvent" ("unitId", "seq", "kind", "note", "at") VALUES ($1, 1, $2, '', now())`;
  await client.query(event, [unitId, kind]);
  return {
    unitId,
    commit: async () => {
      await client.query('COMMIT');
      client.release();
    },
  };
}

const isListed = async (recallId: string, unitId: string) =>
  (await db.recallUnit.count({ where: { recallId, unitId } })) === 1;

describe('at one moment', () => {
  it('a unit that is received or sent while a recall is published is in its list', async () => {
    for (const kind of ['RECEIVED', 'SHIPPED'] as const) {
      const { productId, variantId } = await makeDevice();
      const { recallId, publish } = await makeDraft(productId);
      const before = await beginUnit(productId, variantId, kind);
      const published = refusal(publish());
      await untilWaiting(1);
      await before.commit();
      expect(await published).toBe('done');
      const later = await beginUnit(productId, variantId, kind);
      await later.commit();
      expect([await isListed(recallId, before.unitId), await isListed(recallId, later.unitId)]).toEqual([true, true]);
    }
  });

  it('control: without the lock one that was begun before slips through, and without the trigger each that comes later', async () => {
    const { productId, variantId } = await makeDevice();
    const { rows } = await pool.query<{ text: string }>(
      `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = 'join_open_recalls'`,
    );
    const whole = rows[0]!.text;
    const loose = whole.replace(/^.*pg_advisory_xact_lock_shared.*$/m, '');
    expect(loose).not.toBe(whole);
    try {
      await pool.query(loose);
      const { recallId, publish } = await makeDraft(productId);
      const before = await beginUnit(productId, variantId, 'SHIPPED');
      expect(await refusal(publish())).toBe('done');
      await before.commit();
      expect(await isListed(recallId, before.unitId)).toBe(false);
      await pool.query('ALTER TABLE "UnitEvent" DISABLE TRIGGER "UnitEvent_join_recalls"');
      const later = await beginUnit(productId, variantId, 'RECEIVED');
      await later.commit();
      expect(await isListed(recallId, later.unitId)).toBe(false);
    } finally {
      await pool.query('ALTER TABLE "UnitEvent" ENABLE TRIGGER "UnitEvent_join_recalls"');
      await pool.query(whole);
    }
  });

  it('a recall is published once', async () => {
    const { productId } = await makeDevice();
    const { recallId, publish } = await makeDraft(productId);
    const ends = await Promise.all([refusal(publish()), refusal(publish())]);
    expect(ends.toSorted()).toEqual(['done', 'recall-moved']);
    expect(await db.recallUnit.count({ where: { recallId } })).toBe(1);
  });

  const remedyTwice = async () => {
    const { device, rowOf, handle } = await makeOpenRecall();
    const { recallUnitId } = await rowOf();
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM "RecallUnit" WHERE "id" = $1 FOR UPDATE', [recallUnitId]);
    const ends = [1, 2].map(() => refusal(handle('REMEDIED', { remedy: 'REPAIR' })));
    await untilWaiting(2);
    await holder.query('COMMIT');
    holder.release();
    const said = (await Promise.all(ends)).toSorted();
    return { said, noted: await db.unitEvent.count({ where: { unitId: device.unitId, kind: 'REMEDIED' } }) };
  };

  it('two who note that a device is put right do it once', async () => {
    expect(await remedyTwice()).toEqual({ said: ['done', 'recall-unit-moved'], noted: 1 });
  });

  it('control: without holding the unit both do, and its history says it twice', async () => {
    guard.off = true;
    expect(await remedyTwice()).toEqual({ said: ['done', 'done'], noted: 2 });
  });
});
