import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, notFound, Refused } from '@/lib/core/errors';
import type { Channel } from '@/lib/core/prisma-client/enums';
import { after } from '@/lib/core/time';

import { takesWaiting, waitlistLife, waveAt } from '../policy';
import { getEntitlement, type Entitlement } from '../queries/get-entitlement';
import { requireEligible } from '../require-eligible';
import { announcedDrop, isStillWaiting, stillWaiting } from '../scopes';

type Asked = { dropId: string; variantId: string };

/** Puts a member on the list of those who wait for a unit of a variant to come back. Asking twice changes nothing. */
export async function joinWaitlist(ctx: Ctx, asked: Asked): Promise<void> {
  // A transaction that returns a unit locks its stock row: under the same lock, either this one sees that unit or that one sees this entry.
  const stock = await lockVariant(ctx, asked);
  const { wave, may } = await openList(ctx, asked);
  const open = stock.filter(({ waveId, channel }) => waveId === wave.id && may.channels.includes(channel));
  if (open.length === 0) throw notFound('variant');
  if (open.some(({ remaining }) => remaining > 0))
    throw new Refused(ctx.now < wave.closesAt ? 'units-left' : 'waitlist-closed', 'A unit is free');
  await checkUnit(ctx, asked, may);
  const { count } = await ctx.db.waitlistPlace.createMany({
    data: [{ ...asked, memberId: memberId(ctx.actor)!, emailKey: may.emailKey, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 0) await checkPlace(ctx, asked);
}

/** Takes a member off the list of a drop. */
export async function leaveWaitlist(ctx: Ctx, { dropId }: { dropId: string }): Promise<void> {
  const member = memberId(ctx.actor);
  if (!member) throw new Refused('signed-out');
  await ctx.db.waitlistPlace.updateMany({
    where: { dropId, memberId: member, ...stillWaiting },
    data: { endedAt: ctx.now },
  });
}

/** Ends every place of a drop that was called off. */
export async function closeWaitlist(ctx: Ctx, { dropId }: { dropId: string }): Promise<void> {
  await ctx.db.waitlistPlace.updateMany({ where: { dropId, ...stillWaiting }, data: { endedAt: ctx.now } });
}

/** Ends the places of drops whose last wave has been over for a week, or that were called off; answers how many. */
export async function closeOldWaitlists(ctx: Ctx): Promise<number> {
  return ctx.db.$executeRaw`
    UPDATE "WaitlistPlace" SET "endedAt" = ${ctx.now}::timestamptz FROM "Drop" d
    WHERE ${isStillWaiting} AND d."id" = "WaitlistPlace"."dropId" AND (d."cancelledAt" IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM "Wave" w WHERE w."dropId" = d."id" AND w."closesAt" > ${after(ctx.now, -waitlistLife)}::timestamptz))`;
}

type Stock = { waveId: string; channel: Channel; remaining: number };

async function lockVariant(ctx: Ctx, { dropId, variantId }: Asked): Promise<Stock[]> {
  return ctx.db.$queryRaw<Stock[]>`
    SELECT a."waveId", a."channel", a."remaining" FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = ${dropId}::uuid AND a."variantId" = ${variantId}::uuid ORDER BY a."id" FOR NO KEY UPDATE OF a`;
}

async function openList(ctx: Ctx, { dropId }: Asked) {
  const drop = found(
    await ctx.db.drop.findFirst({
      where: { id: dropId, ...announcedDrop },
      select: {
        minTrust: true,
        needsReservation: true,
        cancelledAt: true,
        mode: true,
        fairSeconds: true,
        waves: { orderBy: { number: 'asc' }, select: { id: true, opensAt: true, closesAt: true, decidedAt: true } },
      },
    }),
    'drop',
  );
  requireEligible(ctx.actor, drop);
  const wave = waveAt(drop.waves, ctx.now);
  if (!wave || !takesWaiting(drop, wave, ctx.now)) throw new Refused('waitlist-closed', 'The list is not open');
  const may = await getEntitlement(ctx, { dropId });
  if (drop.needsReservation && !may.reserved) throw new Refused('needs-reservation');
  return { wave, may };
}

async function checkUnit(ctx: Ctx, { dropId }: Asked, { emailKey }: Entitlement): Promise<void> {
  const member = memberId(ctx.actor)!;
  const live = await ctx.db.claim.findFirst({
    where: { dropId, state: { not: 'RELEASED' }, OR: [{ memberId: member }, ...(emailKey ? [{ emailKey }] : [])] },
    orderBy: { createdAt: 'asc' },
    select: { memberId: true, state: true },
  });
  if (!live) return;
  if (live.memberId !== member) throw new Refused('email-used', 'Another account of this address has a unit');
  throw new Refused(live.state === 'PAID' ? 'already-owned-limit' : 'already-held', 'The member has a unit');
}

async function checkPlace(ctx: Ctx, { dropId, variantId }: Asked): Promise<void> {
  const place = await ctx.db.waitlistPlace.findFirst({
    where: { dropId, memberId: memberId(ctx.actor)!, ...stillWaiting },
    select: { variantId: true },
  });
  if (place && place.variantId !== variantId)
    throw new Refused('already-waiting', 'The member waits for another variant');
}
