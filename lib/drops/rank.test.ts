import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, minute, second } from '@/lib/core/time';
import { booksOf, makeFans } from '@/tests/support/drop-factories';
import { enter, makeDraw, makeFair, opened, over, states } from '@/tests/support/draws';
import { giveUnits, rankEntries } from './draw/rank';
import { listEntries } from './queries/list-entries';
import { decideWave, moveUnits } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));

beforeAll(async () => void (await Promise.all(pools.map((each) => each.query('SELECT 1')))));

afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

describe('the rank', () => {
  it('puts late entries behind all others, in the order of their arrival', async () => {
    const drop = await makeFair({ units: [4] });
    const [early, late] = [await makeFans(6), await makeFans(4)];
    await enter(drop, early);
    for (const [at, fan] of late.entries()) await enter(drop, [fan], after(opened, (20 + at) * second));
    await decideWave(db, drop.waveId, after(opened, minute));
    const { order, won, rows } = await states(drop);
    expect(order.slice(6)).toEqual(late.map(({ id }) => id));
    expect(rows.map((each) => each.late)).toEqual([...Array<boolean>(6).fill(false), ...Array<boolean>(4).fill(true)]);
    expect(early.map(({ id }) => id)).toEqual(expect.arrayContaining(won));
  });

  it('puts those first who came away empty before, and gives the unlucky of today that right', async () => {
    const drop = await makeDraw({ units: [3] });
    const fans = await makeFans(12);
    const reserve = (id: string, priority: number) =>
      db.reservation.create({
        data: { dropId: drop.id, memberId: id, variantId: drop.variantIds[0]!, createdAt: opened, priority },
      });
    for (const [at, { id }] of fans.entries()) await reserve(id, at < 2 ? 1 : 0);
    await enter(drop, fans.toReversed());
    await decideWave(db, drop.waveId, over);
    const { order, won } = await states(drop);
    expect(order.slice(0, 2).toSorted()).toEqual(
      fans
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
    const { length: risen } = await db.reservation.findMany({
      where: { dropId: drop.id, memberId: { notIn: won }, priority: 1 },
    });
    expect(risen).toBe(9);
  });

  it('serves a channel’s own units first and lets who is left compete for the public ones', async () => {
    const drop = await makeDraw({ units: [3] });
    const { id: reserved } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'RESERVED', units: 2, remaining: 0 },
    });
    await moveUnits(db, { allotmentId: reserved, kind: 'OFFERED', delta: 2, claimIds: [null], at: opened });
    const [own, others] = [await makeFans(6), await makeFans(6)];
    await enter(drop, own, undefined, reserved);
    await enter(drop, others);
    expect(await decideWave(db, drop.waveId, over)).toBe(5);
    const { order, won } = await states(drop);
    const isOwn = (id: string) => own.some((each) => each.id === id);
    const first = order.filter(isOwn).slice(0, 2);
    const rest = order.filter((id) => !first.includes(id)).slice(0, 3);
    expect(won.toSorted()).toEqual([...first, ...rest].toSorted());
    expect(await booksOf(reserved)).toMatchObject({ remaining: 0, live: 2 });
  });

  it('passes over who has a unit of the drop already, and gives them no place to wait', async () => {
    const drop = await makeDraw({ units: [2] });
    const fans = await makeFans(4);
    const { id: earlier } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'FCODE', units: 1, remaining: 1 },
    });
    await db.claim.create({
      data: { dropId: drop.id, allotmentId: earlier, memberId: fans[0]!.id, heldUntil: over, createdAt: opened },
    });
    await enter(drop, fans);
    expect(await decideWave(db, drop.waveId, over)).toBe(2);
    const { rows } = await states(drop);
    expect(rows.find(({ memberId }) => memberId === fans[0]!.id)?.state).toBe('SKIPPED');
    expect(await db.waitlistPlace.findMany({ where: { dropId: drop.id, memberId: fans[0]!.id } })).toEqual([]);
    expect(rows.filter(({ state }) => state === 'WON')).toHaveLength(2);
  });

  it('comes out the same from the published list, for any mix of channels, lateness, priority and holders', async () => {
    const drop = await makeFair({ units: [4, 3] });
    const { id: beta } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'BETA', units: 2, remaining: 0 },
    });
    await moveUnits(db, { allotmentId: beta, kind: 'OFFERED', delta: 2, claimIds: [null], at: opened });
    const fans = await makeFans(40);
    for (const { id } of fans.slice(0, 5))
      await db.reservation.create({
        data: { dropId: drop.id, memberId: id, variantId: drop.variantIds[0]!, createdAt: opened, priority: 1 },
      });
    await enter(drop, fans.slice(0, 12), undefined, beta);
    await enter(drop, fans.slice(12, 25));
    await enter(drop, fans.slice(25, 34), undefined, drop.allotmentIds[1]!);
    await enter(drop, fans.slice(34), after(opened, 30 * second));
    await decideWave(db, drop.waveId, after(opened, minute));
    const list = await listEntries({ db }, { slug: drop.slug, wave: 1, after: 0 });
    if (!list || list === 'undecided') throw new Error('not decided');
    const ranked = await rankEntries(list.seed, list.entries);
    expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, at) => at + 1));
    expect(
      list.entries
        .filter(({ won }) => won)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...giveUnits(list.units, ranked)].toSorted());
    expect(list.entries.filter(({ won }) => won)).toHaveLength(9);
  });
});
