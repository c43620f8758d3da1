import type { Ctx } from '@/lib/core/context';
import { after } from '@/lib/core/time';

import { remindAhead, type NearWave } from '../queries/remind';

const atOnce = 200;

/**
 * Marks the next of those who reserved in a drop as reminded of an opening and answers them. Rows that another process
 * is marking are skipped (SKIP LOCKED), and a member is marked once for an opening. Members who have a unit or reserved just
 * now are left out.
 */
export async function markReminded(ctx: Ctx, { waveId, dropId, opensAt }: NearWave): Promise<string[]> {
  const due = after(opensAt, -remindAhead);
  const rows = await ctx.db.$queryRaw<{ memberId: string }[]>`
    UPDATE "Reservation" r SET "remindedAt" = ${ctx.now}::timestamptz FROM (
      SELECT "dropId", "memberId" FROM "Reservation" own
      WHERE "dropId" = ${dropId}::uuid AND ("remindedAt" IS NULL OR "remindedAt" < ${due}::timestamptz) AND "createdAt" < ${due}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = own."dropId" AND c."memberId" = own."memberId" AND c."state" <> 'RELEASED')
      ORDER BY "memberId" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED) due
    WHERE r."dropId" = due."dropId" AND r."memberId" = due."memberId" RETURNING r."memberId"`;
  const memberIds = rows.map(({ memberId }) => memberId);
  if (memberIds.length > 0) await ctx.emit('reservation.reminded', { waveId, memberIds });
  return memberIds;
}
