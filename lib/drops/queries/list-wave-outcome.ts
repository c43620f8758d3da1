import type { Reading } from '@/lib/core/context';

import { isStillWaiting } from '../scopes';

export type Winner = { memberId: string; claimId: string; heldUntil: Date; title: string; titleZh: string };
export type Unlucky = { memberId: string; place: number };

type Wave = { waveId: string; dropId: string };

/** Who was given a unit when a wave was decided and still holds it unpaid. */
export function listWinners({ db }: Pick<Reading, 'db'>, { waveId }: Wave): Promise<Winner[]> {
  return db.$queryRaw<Winner[]>`
    SELECT e."memberId", c."id" AS "claimId", c."heldUntil", v."title", v."titleZh"
    FROM "Entry" e JOIN "Claim" c ON c."id" = e."claimId" AND c."state" = 'HELD'
    JOIN "Allotment" a ON a."id" = c."allotmentId" JOIN catalog.variant v ON v."id" = a."variantId"
    WHERE e."waveId" = ${waveId}::uuid AND e."state" = 'WON' ORDER BY e."rank"`;
}

/** Members without a unit after a wave was decided, with their place in their variant's waitlist. */
export function listUnlucky({ db }: Pick<Reading, 'db'>, { waveId, dropId }: Wave): Promise<Unlucky[]> {
  return db.$queryRaw<Unlucky[]>`
    WITH line AS (
      SELECT "memberId", row_number() OVER (PARTITION BY "variantId" ORDER BY "id")::int AS place
      FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND ${isStillWaiting}
    )
    SELECT e."memberId", line.place FROM "Entry" e JOIN line ON line."memberId" = e."memberId"
    WHERE e."waveId" = ${waveId}::uuid AND e."state" = 'LOST' ORDER BY e."rank"`;
}

/** The name and address of a drop, for the notice to its entrants. */
export function getDropForNotice({ db }: Pick<Reading, 'db'>, { dropId }: Wave) {
  return db.drop.findUniqueOrThrow({
    where: { id: dropId },
    select: { slug: true, title: true, titleZh: true, mode: true },
  });
}
