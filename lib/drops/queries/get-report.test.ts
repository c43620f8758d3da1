import { beforeAll, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour, second } from '@/lib/core/time';
import { addUnits, cancelDrop, carryUnits, keepClaim, releaseClaim } from '@/lib/drops/commands';
import { countRefusal, flushRefusals } from '@/lib/drops/gate';
import { moveUnits, settleBatch } from '@/lib/drops/sql';
import { countStatements } from '@/tests/support/database';
import { arrivals, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';

import { getReport, type ReportCell } from './get-report';

const opened = after(clock(), -day);
const at = (seconds: number) => after(opened, seconds * second);
const read = (slug: string, seconds: number) => getReport(reading(guest, at(seconds)), { slug });

let drop: MadeDrop;
let operator: SignedIn;
let fans: SignedIn[];
const claims: string[] = [];

async function offer(waveId: string, variantId: string, channel: 'PUBLIC' | 'FCODE', units: number): Promise<string> {
  const { id } = await db.allotment.create({
    data: { waveId, variantId, channel, units, remaining: 0 },
    select: { id: true },
  });
  await moveUnits(db, { allotmentId: id, kind: 'OFFERED', delta: units, claimIds: [null], at: at(-hour / second) });
  return id;
}

async function claim(allotmentId: string, seconds: number, ...who: number[]): Promise<void> {
  const settled = await settleBatch(allotmentId, arrivals(...who.map((each) => fans[each]!)), at(seconds));
  for (const each of settled) {
    expect(each.outcome).toBe('granted');
    claims[fans.findIndex(({ id }) => id === each.memberId)] = each.claimId!;
  }
}

const pay = (who: number, seconds: number) =>
  transact(keepClaim)(system, { claimId: claims[who]! }, { now: at(seconds) });
const release = (who: number, cause: 'EXPIRED' | 'REFUNDED', seconds: number) =>
  transact(releaseClaim)(system, { claimId: claims[who]!, cause }, { now: at(seconds) });
const carry = (seconds: number) => transact(carryUnits)(system, { dropId: drop.id }, { now: at(seconds) });

// Four of the first variant and two held back for codes, two of the second; then a second wave.
beforeAll(async () => {
  [operator, fans] = [await makeOperator(), await makeFans(12)];
  drop = await makeDrop({ units: [4, 2], opensAt: opened, closesAt: at(3_600) });
  const [first, second_] = drop.allotmentIds as [string, string];
  const coded = await offer(drop.waveId, drop.variantIds[0]!, 'FCODE', 2);
  const next = await db.wave.create({
    data: { dropId: drop.id, number: 2, opensAt: at(7_200), closesAt: at(10_800) },
    select: { id: true },
  });
  const again = await offer(next.id, drop.variantIds[0]!, 'PUBLIC', 1);
  for (const [who, variant] of [
    [0, 0],
    [1, 0],
    [5, 1],
  ] as const)
    await db.reservation.create({
      data: { dropId: drop.id, memberId: fans[who]!.id, variantId: drop.variantIds[variant]!, createdAt: at(-60) },
    });
  await claim(first, 2, 1, 2, 3, 4);
  await claim(second_, 5, 5);
  await claim(second_, 9, 6);
  await claim(coded, 20, 9);
  for (const who of [1, 2, 9]) await pay(who, 60);
  await release(3, 'EXPIRED', 900);
  await claim(first, 1_000, 7);
  await pay(7, 1_100);
  await transact(addUnits)(
    operator,
    { dropId: drop.id, allotmentId: second_, units: 3, reason: 'Three more were made' },
    { now: at(1_500) },
  );
  await claim(second_, 1_600, 8);
  await release(2, 'REFUNDED', 2_000);
  await db.waitlistPlace.create({
    data: {
      dropId: drop.id,
      variantId: drop.variantIds[1]!,
      memberId: fans[11]!.id,
      createdAt: at(10),
      endedAt: at(20),
    },
  });
  for (const reason of ['sold-out', 'sold-out', 'sold-out', 'needs-trust']) countRefusal(drop.id, reason);
  await flushRefusals();
  expect(await carry(3_700)).toBe(4);
  await release(4, 'EXPIRED', 3_800);
  expect(await carry(3_900)).toBe(1);
  await claim(again, 7_210, 10);
  await pay(10, 7_300);
});

describe('the report of a drop', () => {
  it('counts what a hand counts, by wave, channel and variant', async () => {
    const { report } = (await read(drop.slug, 10_900))!;
    const [a, b] = drop.variantIds;
    const counted = report!.cells.map(
      ({
        wave,
        channel,
        variantId,
        offered,
        added,
        carriedIn,
        carriedOut,
        claimed,
        released,
        paid,
        refunded,
        remaining,
      }) => [
        wave,
        channel,
        variantId === a ? 'A' : variantId === b ? 'B' : '?',
        offered,
        added,
        carriedIn,
        carriedOut,
        claimed,
        released,
        paid,
        refunded,
        remaining,
      ],
    );
    expect(counted).toEqual([
      //                  offered added in out given back paid refunded left
      [1, 'PUBLIC', 'A', 4, 0, 0, 2, 5, 2, 3, 1, 0],
      [1, 'FCODE', 'A', 2, 0, 0, 1, 1, 0, 1, 0, 0],
      [1, 'PUBLIC', 'B', 2, 3, 0, 2, 3, 0, 0, 0, 0],
      [2, 'PUBLIC', 'A', 1, 0, 3, 0, 1, 0, 1, 0, 3],
      [2, 'PUBLIC', 'B', 0, 0, 2, 0, 0, 0, 0, 0, 2],
    ]);
    expect(report!.waves).toEqual([
      { number: 1, firstAfter: 2, goneAfter: 9, lastAfter: 1_600 },
      { number: 2, firstAfter: 10, goneAfter: null, lastAfter: 10 },
    ]);
    expect(report!.added).toEqual([
      { allotmentId: drop.allotmentIds[1], seq: expect.any(Number), units: 3, at: at(1_500) },
    ]);
    expect(report!.refusals).toEqual([
      { reason: 'sold-out', count: 3 },
      { reason: 'needs-trust', count: 1 },
    ]);
    expect(report!.reserved).toEqual({ [a!]: 2, [b!]: 1 });
    expect(report!.waited).toBe(1);
  });

  it('agrees with the claims that stand: what came in, less what went on, less what is held or owned, is left', async () => {
    const { report } = (await read(drop.slug, 10_900))!;
    for (const cell of report!.cells) {
      const live = await db.claim.count({ where: { allotmentId: cell.allotmentId, state: { not: 'RELEASED' } } });
      expect(came(cell) - cell.carriedOut - live).toBe(cell.remaining);
      expect(cell.claimed - cell.released - cell.refunded).toBe(live);
      expect(cell.paid - cell.refunded).toBe(
        await db.claim.count({ where: { allotmentId: cell.allotmentId, state: 'PAID' } }),
      );
    }
    const sum = (what: (cell: ReportCell) => number) => report!.cells.reduce((total, cell) => total + what(cell), 0);
    expect(sum(({ carriedIn }) => carriedIn)).toBe(sum(({ carriedOut }) => carriedOut));
  });

  it('counts units taken back at payment for a limit among the refusals', async () => {
    const limited = await makeDrop({ units: [2], opensAt: opened, closesAt: at(3_600) });
    const [held] = await settleBatch(limited.allotmentIds[0]!, arrivals(fans[0]!), at(1));
    await transact(releaseClaim)(system, { claimId: held!.claimId!, cause: 'LIMIT' }, { now: at(60) });
    expect((await read(limited.slug, 3_601))!.report!.refusals).toEqual([{ reason: 'limit', count: 1 }]);
  });

  it('counts entrants by the allotment they asked for', async () => {
    const fair = await makeDrop({ units: [1], fairSeconds: 10, opensAt: opened, closesAt: at(3_600) });
    for (const fan of fans.slice(0, 3))
      await db.entry.create({
        data: { dropId: fair.id, waveId: fair.waveId, memberId: fan.id, allotmentId: fair.allotmentIds[0]!, at: at(1) },
      });
    const { report } = (await read(fair.slug, 3_601))!;
    expect(report!.cells.map(({ entrants }) => entrants)).toEqual([3]);
    expect(report!.waves).toEqual([{ number: 1, firstAfter: null, goneAfter: null, lastAfter: null }]);
  });

  it('comes when the drop is over: not before, and not when an early wave is sold out', async () => {
    expect((await read(drop.slug, 3_500))!.report).toBeNull();
    expect((await read(drop.slug, 5_000))!.report).toBeNull();
    const soldOut = await makeDrop({ units: [1], opensAt: opened, closesAt: at(3_600) });
    expect((await read(soldOut.slug, 100))!.report).toBeNull();
    await settleBatch(soldOut.allotmentIds[0]!, arrivals(fans[0]!), at(50));
    expect(await read(soldOut.slug, 100)).toMatchObject({ phase: 'sold-out', report: { waves: [{ goneAfter: 50 }] } });
    await db.wave.create({ data: { dropId: soldOut.id, number: 2, opensAt: at(7_200), closesAt: at(10_800) } });
    expect((await read(soldOut.slug, 100))!.report).toBeNull();
    await transact(cancelDrop)(operator, { dropId: soldOut.id, reason: 'The shells cracked' }, { now: at(200) });
    expect(await read(soldOut.slug, 300)).toMatchObject({
      phase: 'cancelled',
      report: { cells: [{ claimed: 1, released: 1, remaining: 1 }] },
    });
    const planned = await makeDrop({ announced: false, opensAt: opened, closesAt: at(3_600) });
    expect(await read(planned.slug, 10_900)).toBeNull();
  });

  it('names no member and no claim, and costs few statements', async () => {
    const { result, statements } = await countStatements(() => read(drop.slug, 10_900));
    expect(statements.length).toBeLessThanOrEqual(8);
    const text = JSON.stringify(result);
    for (const secret of [...fans.flatMap(({ id, handle }) => [id, handle]), ...claims.filter(Boolean)])
      expect(text).not.toContain(secret);
  });
});

const came = ({ offered, added, carriedIn }: ReportCell) => offered + added + carriedIn;
