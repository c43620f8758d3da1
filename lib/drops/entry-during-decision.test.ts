import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, second } from '@/lib/core/time';
import { transact } from '@/lib/core/context';
import { makeFans } from '@/tests/support/drop-factories';
import { enter, makeFair, opened, states, without } from '@/tests/support/draws';

import { claimUnit } from './commands';
import { decideWave } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));

beforeAll(async () => void (await Promise.all(pools.map((each) => each.query('SELECT 1')))));

afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

describe('an entry while the wave is being decided', () => {
  it('is either ranked or refused, never lost', async () => {
    const drop = await makeFair({ units: [5] });
    const fans = await makeFans(300);
    const at = after(opened, 20 * second);
    await enter(drop, fans.slice(0, 20));
    const tries = Array.from({ length: 40 }, (_, batch) => enter(drop, fans.slice(20 + batch * 7, 27 + batch * 7), at));
    const [entered] = await Promise.all([Promise.all(tries), decideWave(db, drop.waveId, at)]);
    const outcomes = entered.flat();
    const { rows } = await states(drop);
    const ranked = new Map(rows.map((each) => [each.memberId, each.rank]));
    expect(new Set(outcomes.map(({ outcome }) => outcome).concat('decided', 'entered'))).toEqual(
      new Set(['entered', 'decided']),
    );
    for (const { memberId, outcome } of outcomes)
      expect({ memberId, ranked: ranked.has(memberId) }).toEqual({ memberId, ranked: outcome === 'entered' });
    expect(rows.filter(({ rank, state }) => rank === null || state === 'WAITING')).toEqual([]);
  });

  const duringDecision = async (enterName: string) => {
    const drop = await makeFair({ units: [1] });
    const fans = await makeFans(2);
    await enter(drop, [fans[0]!]);
    const at = after(opened, 20 * second);
    const decider = await pools[0]!.connect();
    await decider.query('BEGIN');
    await decider.query('SELECT decide_wave($1, $2)', [drop.waveId, at]);
    const late = pools[1]!.query(`SELECT * FROM ${enterName}($1, $2, $3, $4, $5)`, [
      drop.waveId,
      [fans[1]!.id],
      [drop.allotmentIds[0]],
      [fans[1]!.id],
      at,
    ]);
    await new Promise((wait) => setTimeout(wait, 150));
    await decider.query('COMMIT');
    decider.release();
    const { outcome } = (await late).rows[0] as { outcome: string };
    return {
      outcome,
      rank: (await db.entry.findFirst({ where: { waveId: drop.waveId, memberId: fans[1]!.id } }))?.rank,
    };
  };

  it('is refused when it comes in the middle of the decision', async () => {
    expect(await duringDecision('enter_wave')).toEqual({ outcome: 'decided', rank: undefined });
  });

  it('is lost when entries do not wait for the decision (control)', async () => {
    expect(await duringDecision(await without('enter_wave', [' FOR SHARE OF w', '']))).toEqual({
      outcome: 'entered',
      rank: null,
    });
  });

  it('is an ordinary claim afterwards', async () => {
    const drop = await makeFair({ units: [3] });
    const fans = await makeFans(2);
    await enter(drop, [fans[0]!]);
    await decideWave(db, drop.waveId, after(opened, 20 * second));
    expect(await transact(claimUnit)(fans[1]!, { dropId: drop.id, variantId: drop.variantIds[0]! })).toHaveProperty(
      'claimId',
    );
  });
});
