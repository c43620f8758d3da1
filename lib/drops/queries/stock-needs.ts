import type { Reading } from '@/lib/core/context';
import { hour } from '@/lib/core/time';

import { isUndecided, type Rule } from '../policy';

/** Units of one variant that a drop needs: `claimed` are held or bought, and `units` are these with what is still offered. */
export type DropNeeds = { isOver: boolean; needs: { variantId: string; units: number; claimed: number }[] };

// Money that came late is still honoured from what is left (decision 10), so that nothing leaves the drop at once.
const settlesAfter = hour;

const ending = {
  ...{ announcedAt: true, cancelledAt: true, mode: true, fairSeconds: true },
  waves: { select: { opensAt: true, closesAt: true, decidedAt: true } },
} as const;

/** Which of these drops have ended, by their clock or because they were called off: somebody may still hold a unit of one. */
export async function listEndedDrops(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { dropIds }: { dropIds: string[] },
): Promise<string[]> {
  const drops = await db.drop.findMany({ where: { id: { in: dropIds } }, select: { id: true, ...ending } });
  return drops.filter((drop) => hasEnded(drop, now)).map(({ id }) => id);
}

/** What an announced drop needs out of stock; a drop that is over needs only what is claimed. Null where it is not announced. */
export async function getDropNeeds(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { dropId }: { dropId: string },
): Promise<DropNeeds | null> {
  const drop = await db.drop.findUnique({ where: { id: dropId }, select: ending });
  if (!drop?.announcedAt) return null;
  const rows = await db.$queryRaw<{ variantId: string; remaining: number; claimed: number; held: number }[]>`
    SELECT a."variantId", sum(a."remaining")::int AS remaining, coalesce(sum(c.live), 0)::int AS claimed, coalesce(sum(c.held), 0)::int AS held
    FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    LEFT JOIN (SELECT "allotmentId", count(*) AS live, count(*) FILTER (WHERE "state" = 'HELD') AS held FROM "Claim"
      WHERE "dropId" = ${dropId}::uuid AND "state" <> 'RELEASED' GROUP BY "allotmentId") c ON c."allotmentId" = a."id"
    WHERE w."dropId" = ${dropId}::uuid GROUP BY a."variantId"`;
  const isOver = drop.cancelledAt !== null || (hasEnded(drop, now) && rows.every(({ held }) => held === 0));
  const needs = rows.map(({ variantId, remaining, claimed }) => ({
    ...{ variantId, claimed },
    units: isOver ? claimed : claimed + remaining,
  }));
  return { isOver, needs };
}

type Ending = Rule & { cancelledAt: Date | null; waves: { closesAt: Date; decidedAt: Date | null }[] };

function hasEnded(drop: Ending, now: Date): boolean {
  return (
    drop.cancelledAt !== null ||
    drop.waves.every((wave) => wave.closesAt.getTime() + settlesAfter <= now.getTime() && !isUndecided(drop, wave))
  );
}
