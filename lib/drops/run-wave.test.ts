import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute, second } from '@/lib/core/time';
import { arrivals, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';

import { explainPause, extendWave, pauseWave, releaseClaim, resumeWave } from './commands';
import { getDropForStaff } from './queries';
import { decideWave, enterBatch, settleBatch } from './sql';

let operator: SignedIn;
beforeAll(async () => void (operator = await makeOperator()));

const wish = (drop: MadeDrop) => ({ dropId: drop.id, waveId: drop.waveId, reason: 'Prices were wrong' });
const pause = (drop: MadeDrop, now: Date) => transact(pauseWave)(operator, wish(drop), { now });
const resume = (drop: MadeDrop, now: Date) => transact(resumeWave)(operator, wish(drop), { now });
const claim = async (drop: MadeDrop, fan: { id: string }, now: Date) =>
  (await settleBatch(drop.allotmentIds[0]!, arrivals(fan), now))[0]!.outcome;
const waveOf = (drop: MadeDrop) =>
  db.wave.findUniqueOrThrow({
    where: { id: drop.waveId },
    select: { opensAt: true, closesAt: true, pausedAt: true, decidedAt: true },
  });
const addWave = (drop: MadeDrop, opensAt: Date) =>
  db.wave.create({ data: { dropId: drop.id, number: 2, opensAt, closesAt: after(opensAt, hour) } });

describe('a pause', () => {
  it('gives nothing until the wave is resumed, and moves its close on by what it took', async () => {
    const now = clock();
    const drop = await makeDrop({ opensAt: after(now, -minute), closesAt: after(now, hour) });
    const fans = await makeFans(3);
    expect(await claim(drop, fans[0]!, now)).toBe('granted');
    await pause(drop, after(now, second));
    expect(await claim(drop, fans[1]!, after(now, 2 * second))).toBe('paused');
    expect(await claim(drop, fans[0]!, after(now, 2 * second))).toBe('existing');
    await resume(drop, after(now, 10 * minute + second));
    expect(await claim(drop, fans[1]!, after(now, 11 * minute))).toBe('granted');
    expect(await waveOf(drop)).toMatchObject({
      opensAt: after(now, -minute),
      closesAt: after(now, hour + 10 * minute),
      pausedAt: null,
    });
    const acts = await db.auditEntry.findMany({
      where: { subjectId: drop.id },
      orderBy: { at: 'asc' },
      select: { act: true, reason: true },
    });
    expect(acts).toEqual([
      { act: 'wave.pause', reason: 'Prices were wrong' },
      { act: 'wave.resume', reason: 'Prices were wrong' },
    ]);
  });

  it('needs no reason; one that is given afterwards stands in the log, and the last one counts', async () => {
    const [drop, other] = [await makeDrop(), await makeDrop()];
    const { dropId, waveId } = wish(drop);
    const reason = async () => (await getDropForStaff(reading(operator), { id: dropId }))!.pauseReason;
    await transact(pauseWave)(operator, { dropId, waveId });
    expect([await claim(drop, (await makeFans(1))[0]!, clock()), await reason()]).toEqual(['paused', '']);
    await transact(explainPause)(operator, { dropId, waveId, reason: 'Prices' });
    await transact(explainPause)(operator, { dropId, waveId, reason: 'Wrong prices' });
    expect(await reason()).toBe('Wrong prices');
    await transact(resumeWave)(operator, { dropId, waveId });
    await transact(pauseWave)(operator, { dropId, waveId });
    expect(await reason()).toBe('');
    const acts = await db.auditEntry.findMany({
      where: { subjectId: dropId },
      orderBy: { at: 'asc' },
      select: { act: true, reason: true },
    });
    expect(acts.map(({ act, reason: why }) => [act, why])).toEqual([
      ['wave.pause', ''],
      ['wave.explainPause', 'Prices'],
      ['wave.explainPause', 'Wrong prices'],
      ['wave.resume', ''],
      ['wave.pause', ''],
    ]);
    await expect(transact(explainPause)(operator, { ...wish(other), reason: 'Why' })).rejects.toMatchObject({
      code: 'wave-not-running',
    });
  });

  it('waits for the claims that are on their way, so that none follows it', async () => {
    const drop = await makeDrop();
    const [fan, other] = await makeFans(2);
    const [late, done] = await meanwhile(drop, fan!, () => pause(drop, clock()));
    expect([late, done]).toEqual(['waits', 'granted']);
    expect(await claim(drop, other!, clock())).toBe('paused');
  });

  it('is overtaken by a claim when the stock is not locked first (control)', async () => {
    const drop = await makeDrop();
    const [fan] = await makeFans(1);
    const [late] = await meanwhile(drop, fan!, () =>
      db.wave.update({ where: { id: drop.waveId }, data: { pausedAt: clock() } }),
    );
    expect(late).toBe('is through');
  });

  it('is for waves that are open, and is made once', async () => {
    const now = clock();
    const early = await makeDrop({ opensAt: after(now, minute), closesAt: after(now, hour) });
    const over = await makeDrop({ opensAt: after(now, -hour), closesAt: after(now, -minute) });
    const planned = await makeDrop({ announced: false });
    for (const drop of [early, over, planned])
      await expect(pause(drop, now)).rejects.toMatchObject({ code: 'wave-not-running' });
    const drop = await makeDrop();
    await Promise.all([pause(drop, now), pause(drop, after(now, second))]);
    expect(await db.auditEntry.count({ where: { subjectId: drop.id } })).toBe(1);
    await expect(transact(pauseWave)(operator, { ...wish(drop), dropId: over.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of a fair opening gives back the rest of its seconds: nothing is decided early, nobody is late for it', async () => {
    const now = clock();
    const drop = await makeDrop({ units: [1], fairSeconds: 10, opensAt: now, closesAt: after(now, hour) });
    await db.wave.update({ where: { id: drop.waveId }, data: { seed: 'ab'.repeat(32), seedHash: 'x' } });
    const [first, second_] = await makeFans(2);
    const enter = async (fan: { id: string }, at: number) =>
      (
        await enterBatch(
          drop.waveId,
          [{ ...arrivals(fan)[0]!, allotmentId: drop.allotmentIds[0]! }],
          after(now, at * second),
        )
      )[0]!.outcome;
    expect(await enter(first!, 2)).toBe('entered');
    await pause(drop, after(now, 4 * second));
    expect(await enter(second_!, 5)).toBe('paused');
    expect(await decideWave(db, drop.waveId, after(now, 20 * second))).toBeNull();
    await resume(drop, after(now, 30 * second));
    expect(await waveOf(drop)).toMatchObject({
      opensAt: after(now, 26 * second),
      closesAt: after(now, hour + 26 * second),
    });
    expect(await decideWave(db, drop.waveId, after(now, 31 * second))).toBeNull();
    expect(await enter(second_!, 35)).toBe('entered');
    expect(await decideWave(db, drop.waveId, after(now, 35.9 * second))).toBeNull();
    expect(await db.entry.count({ where: { waveId: drop.waveId, late: true } })).toBe(0);
    expect(await decideWave(db, drop.waveId, after(now, 36 * second))).toBe(1);
  });

  it('after the decision moves the close only', async () => {
    const now = clock();
    const drop = await makeDrop({ fairSeconds: 10, opensAt: after(now, -minute), closesAt: after(now, hour) });
    await db.wave.update({
      where: { id: drop.waveId },
      data: { seed: 'ab'.repeat(32), decidedAt: after(now, -50 * second) },
    });
    await pause(drop, now);
    await resume(drop, after(now, minute));
    expect(await waveOf(drop)).toMatchObject({ opensAt: after(now, -minute), closesAt: after(now, hour + minute) });
  });

  it('never pushes a wave into the next one, and cannot be ended once the wave is over', async () => {
    const now = clock();
    const [drop, left] = [
      await makeDrop({ closesAt: after(now, hour) }),
      await makeDrop({ closesAt: after(now, hour) }),
    ];
    await addWave(drop, after(now, hour + minute));
    await pause(drop, now);
    await resume(drop, after(now, 30 * minute));
    expect((await waveOf(drop)).closesAt).toEqual(after(now, hour + minute));
    await pause(left, now);
    await expect(resume(left, after(now, hour))).rejects.toMatchObject({ code: 'wave-over' });
  });

  it('keeps back what holders give back, and passes just that on to those who wait once it is over', async () => {
    const now = clock();
    const drop = await makeDrop({ units: [2] });
    const [holder, waiting, behind] = await makeFans(3);
    const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(holder!), now);
    for (const { id } of [waiting!, behind!])
      await db.waitlistPlace.create({
        data: { dropId: drop.id, variantId: drop.variantIds[0]!, memberId: id, createdAt: now },
      });
    await pause(drop, after(now, second));
    await transact(releaseClaim)(system, { claimId: held!.claimId!, cause: 'EXPIRED' }, { now: after(now, minute) });
    const offers = () => db.claim.findMany({ where: { dropId: drop.id, offered: true }, select: { memberId: true } });
    expect(await offers()).toEqual([]);
    await resume(drop, after(now, 2 * minute));
    expect(await offers()).toEqual([{ memberId: waiting!.id }]);
  });
});

describe('the end of a wave', () => {
  it('can be moved on, never back, not into the next wave and not when it has passed', async () => {
    const now = clock();
    const drop = await makeDrop({ opensAt: after(now, -minute), closesAt: after(now, hour) });
    await addWave(drop, after(now, 3 * hour));
    const extend = (closesAt: Date, at = now) =>
      transact(extendWave)(operator, { ...wish(drop), closesAt }, { now: at });
    for (const closesAt of [after(now, hour), after(now, hour - second)])
      await expect(extend(closesAt)).rejects.toMatchObject({ code: 'closes-earlier' });
    await expect(extend(after(now, 3 * hour + second))).rejects.toMatchObject({ code: 'waves-overlap' });
    await extend(after(now, 2 * hour));
    const [fan] = await makeFans(1);
    expect(await claim(drop, fan!, after(now, hour + minute))).toBe('granted');
    await expect(extend(after(now, 3 * hour), after(now, 2 * hour))).rejects.toMatchObject({ code: 'wave-over' });
    expect((await waveOf(drop)).closesAt).toEqual(after(now, 2 * hour));
  });

  it('is for operations staff to move, like pauses', async () => {
    const drop = await makeDrop();
    const [fan] = await makeFans(1);
    for (const run of [
      pauseWave,
      resumeWave,
      (ctx: Parameters<typeof pauseWave>[0], input: ReturnType<typeof wish>) =>
        extendWave(ctx, { ...input, closesAt: after(clock(), 9 * hour) }),
    ]) {
      await expect(inTransaction(fan!, (ctx) => run(ctx, wish(drop)))).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await waveOf(drop)).toMatchObject({ pausedAt: null });
  });
});

// A claim that has read the wave's terms and is not committed yet, while something else is done.
async function meanwhile(drop: MadeDrop, fan: { id: string }, work: () => Promise<unknown>): Promise<[string, string]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ outcome: string }>('SELECT * FROM settle_claims($1, $2, $3, $4)', [
      drop.allotmentIds[0],
      [fan.id],
      [fan.id],
      clock(),
    ]);
    const done = work();
    const first = await Promise.race([
      done.then(() => 'is through'),
      new Promise<string>((tell) => setTimeout(() => tell('waits'), 300)),
    ]);
    await client.query('COMMIT');
    await done;
    return [first, rows[0]!.outcome];
  } finally {
    client.release();
  }
}
