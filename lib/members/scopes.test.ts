import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';

import { activeSuspension } from './published';
import { isActiveSuspension } from './scopes';

// Whether a suspension keeps its member out is said for Prisma and once more in SQL.
let member: SignedIn;
beforeAll(async () => void (member = await makeMember()));
const clear = () => db.suspension.deleteMany({ where: { memberId: member.id } });
afterAll(clear);

it('an active suspension is the same in Prisma and in SQL', async () => {
  const now = clock();
  const moment = fc.constantFrom(-day, -1, 0, 1, day).map((ms) => after(now, ms));
  const suspension = fc.record({ until: fc.option(moment), liftedAt: fc.option(moment) });
  const seen = new Set<boolean>();
  const property = fc.asyncProperty(fc.array(suspension, { minLength: 1, maxLength: 6 }), async (rows) => {
    await clear();
    await db.suspension.createMany({
      data: rows.map((row) => ({ ...row, memberId: member.id, reason: 'Because', at: now })),
    });
    const byPrisma = await db.suspension.findMany({
      where: { memberId: member.id, ...activeSuspension(now) },
      select: { id: true },
    });
    const bySql = await db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Suspension" WHERE "memberId" = ${member.id}::uuid AND ${isActiveSuspension(now)}`;
    const ids = (found: { id: string }[]) => found.map(({ id }) => id).toSorted();
    expect(ids(bySql)).toEqual(ids(byPrisma));
    expect(bySql).toHaveLength(rows.filter(({ until, liftedAt }) => !liftedAt && (!until || until > now)).length);
    seen.add(bySql.length > 0);
  });
  await fc.assert(property, { numRuns: process.env.SOAK ? 500 : 40 });
  expect(seen.size).toBe(2);
});
