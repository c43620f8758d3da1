import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { clock, moveClock } from '@/lib/core/time';
import { arrivals, booksOf, makeFans, makeSoldOut, type MadeDrop } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';
import { freed, offersIn, release } from '@/tests/support/waiting';
import { settleBatch } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));

afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

afterEach(() => moveClock(0));

describe('a unit that is offered by several at once', () => {
  it('goes to one member when four connections offer it at the same time', async () => {
    const { drop } = await freed(6);
    await offerAtOnce('offer_waiting', drop);
    expect(await offersIn(drop)).toHaveLength(1);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 1, ledger: 0 });
  });

  it('goes to four when the stock row is not locked and nothing watches it (control)', async () => {
    const { drop } = await freed(6);
    const unlocked = functionText('drops/offer_waiting')
      .replace('FUNCTION offer_waiting', 'FUNCTION offer_unlocked')
      .replace(' FOR NO KEY UPDATE', '');
    expect(unlocked).not.toContain('NO KEY UPDATE');
    await pools[0]!.query(unlocked);
    await pools[0]!.query('ALTER TABLE "Allotment" DROP CONSTRAINT "Allotment_remaining"');
    await offerAtOnce('offer_unlocked', drop);
    expect(await offersIn(drop)).toHaveLength(4);
    await pools[0]!.query('UPDATE "Allotment" SET "remaining" = 0 WHERE "remaining" < 0');
    await pools[0]!.query(
      'ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_remaining" CHECK ("remaining" >= 0 AND "remaining" <= "units")',
    );
  });

  it('gives a second unit to who holds one when the unique index is taken away (control)', async () => {
    const { drop, fans, claims } = await makeSoldOut(1, 1);
    await settleBatch(drop.allotmentIds[1]!, arrivals(fans[0]!), clock());
    const client = await pools[0]!.connect();
    try {
      await client.query('BEGIN');
      await client.query('DROP INDEX "Claim_one_live"');
      await client.query(`UPDATE "Claim" SET "state" = 'RELEASED' WHERE "id" = $1`, [claims[0]]);
      await client.query('UPDATE "Allotment" SET "remaining" = 1 WHERE "id" = $1', [drop.allotmentIds[0]]);
      await client.query('SELECT offer_waiting($1, 1, now())', [drop.allotmentIds[0]]);
      const { rows } = await client.query(`SELECT 1 FROM "Claim" WHERE "memberId" = $1 AND "state" <> 'RELEASED'`, [
        fans[0]!.id,
      ]);
      expect(rows).toHaveLength(2);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('lies free while somebody waits when joining takes no lock (control)', async () => {
    const { drop, claims } = await makeSoldOut(1, 0);
    const [fan] = await makeFans(1);
    const { remaining } = await booksOf(drop.allotmentIds[0]!);
    await release(claims[0]!);
    if (remaining === 0)
      await db.waitlistPlace.create({
        data: { dropId: drop.id, variantId: drop.variantIds[0]!, memberId: fan!.id, createdAt: clock() },
      });
    expect((await booksOf(drop.allotmentIds[0]!)).remaining).toBe(1);
    expect(await db.waitlistPlace.count({ where: { dropId: drop.id, endedAt: null } })).toBe(1);
  });
});

// The first has offered and not yet committed when the others begin.
async function offerAtOnce(name: string, drop: MadeDrop): Promise<void> {
  const offer = `SELECT ${name}($1, 1, now())`;
  const client = await pools[0]!.connect();
  await client.query('BEGIN');
  await client.query(offer, [drop.allotmentIds[0]]);
  const others = pools.slice(1).map((each) => each.query(offer, [drop.allotmentIds[0]]));
  await new Promise((wait) => setTimeout(wait, 150));
  await client.query('COMMIT');
  client.release();
  await Promise.all(others);
}
