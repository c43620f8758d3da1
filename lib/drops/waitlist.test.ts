import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, day, hour, minute, moveClock } from '@/lib/core/time';
import { closeWaitlists } from './schedules/close-waitlists';
import { refusal } from '@/tests/support/refusal';
import { makeDrop, makeFans, makeSoldOut, type MadeDrop } from '@/tests/support/drop-factories';

import { joinWaitlist, keepClaim, leaveWaitlist } from './commands';
import { getOwnDropPart } from './queries';
import { getWaitlistDemand } from './queries/waitlist';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));
afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));
afterEach(() => moveClock(0));

const join = (fan: SignedIn, drop: MadeDrop, variant = 0) =>
  transact(joinWaitlist)(fan, { dropId: drop.id, variantId: drop.variantIds[variant]! });
const move = (table: 'wave' | 'drop', drop: MadeDrop, data: object) =>
  table === 'wave'
    ? db.wave.update({ where: { id: drop.waveId }, data })
    : db.drop.update({ where: { id: drop.id }, data });

describe('the list', () => {
  it('takes a member once, tells their place, and lets them go', async () => {
    const { drop, fans } = await makeSoldOut(1, 3);
    const [late] = await makeFans(1);
    await Promise.all(Array.from({ length: 8 }, () => join(late!, drop)));
    expect(await db.waitlistPlace.count({ where: { memberId: late!.id } })).toBe(1);
    const place = async (fan: SignedIn) => (await getOwnDropPart(reading(fan), { slug: drop.slug }))!.waiting;
    expect(await place(late!)).toEqual({ variantId: drop.variantIds[0], ahead: 3 });
    await transact(leaveWaitlist)(fans[1]!, { dropId: drop.id });
    expect([await place(late!), await place(fans[1]!)]).toEqual([{ variantId: drop.variantIds[0], ahead: 2 }, null]);
    expect(await getWaitlistDemand({ db }, { dropId: drop.id })).toEqual([
      { variantId: drop.variantIds[0], waiting: 3, offered: 0 },
    ]);
  });

  it('takes a member several times when its unique index is taken away (control)', async () => {
    const { drop } = await makeSoldOut(1, 0);
    const [fan] = await makeFans(1);
    const client = await pools[0]!.connect();
    try {
      await client.query('BEGIN');
      await client.query('DROP INDEX "WaitlistPlace_one_live"');
      const { rows } = await client.query(
        `INSERT INTO "WaitlistPlace" ("dropId", "variantId", "memberId", "createdAt") SELECT $1, $2, $3, now() FROM generate_series(1, 2) ON CONFLICT DO NOTHING RETURNING 1`,
        [drop.id, drop.variantIds[0], fan!.id],
      );
      expect(rows).toHaveLength(2);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('is for who could claim and has nothing to claim', async () => {
    const { drop, holders, claims } = await makeSoldOut(2, 0);
    const [fan, low] = [(await makeFans(1))[0]!, (await makeFans(1, 0))[0]!];
    expect(await refusal(join(holders[0]!, drop))).toBe('already-held');
    await transact(keepClaim)({ kind: 'system' }, { claimId: claims[0]! });
    const codes = async (...tries: [SignedIn, number?][]) =>
      Promise.all(tries.map(([who, variant]) => refusal(join(who, drop, variant))));
    expect(await codes([holders[0]!], [fan, 1], [{ ...fan, confirmed: false }])).toEqual([
      'already-owned-limit',
      'units-left',
      'unconfirmed',
    ]);
    await db.allotment.update({ where: { id: drop.allotmentIds[1]! }, data: { remaining: 0 } });
    expect([await codes([fan]), await codes([fan, 1]), await codes([fan])].flat()).toEqual([
      'done',
      'already-waiting',
      'done',
    ]);
    await move('drop', drop, { minTrust: 1, needsReservation: true });
    expect(await codes([low], [(await makeFans(1))[0]!])).toEqual(['needs-trust', 'needs-reservation']);
  });

  it('opens with the wave and closes a week after it, or when the drop is called off', async () => {
    const { drop, fans } = await makeSoldOut(1, 1);
    const [fan] = await makeFans(1);
    const upcoming = await makeDrop({ units: [0], opensAt: after(clock(), minute) });
    const undecided = await makeDrop({ units: [0], fairSeconds: 30 });
    expect(await Promise.all([upcoming, undecided].map((each) => refusal(join(fan!, each))))).toEqual([
      'waitlist-closed',
      'waitlist-closed',
    ]);
    moveClock(7 * day);
    expect(await closeWaitlists(clock())).toBeGreaterThanOrEqual(0);
    expect(await db.waitlistPlace.findFirst({ where: { memberId: fans[0]!.id } })).toMatchObject({ endedAt: null });
    expect(await refusal(join(fan!, drop))).toBe('done');
    moveClock(7 * day + 2 * hour);
    await closeWaitlists(clock());
    expect(await db.waitlistPlace.count({ where: { dropId: drop.id, endedAt: null } })).toBe(0);
    expect(await refusal(join(fan!, drop))).toBe('waitlist-closed');
  });
});
