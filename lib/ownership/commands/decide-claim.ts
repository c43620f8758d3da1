import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { ifTaken } from '@/lib/core/if-taken';
import { after } from '@/lib/core/time';

import { objectFor } from '../limits';
import { canDecideClaims, claimStatesBefore } from '../policy';
import type { DecideClaim } from '../schema';
import { claimOver } from './claim';

type Decided = DecideClaim & { serial: string };

/** Refuses a request with a reason that its member reads. */
export async function refuseClaim(ctx: Ctx, { claimId, reason, serial }: Decided): Promise<void> {
  await decide(ctx, { claimId, reason, serial, state: 'REFUSED' });
  await ctx.emit('claim.refused', { claimId });
}

/** Finds for a request while its unit, which the caller holds, has an owner: they are told, and may object for seven days before it moves. */
export async function announceClaim(
  ctx: Ctx,
  { claimId, reason, serial, unitId, holderId }: Decided & { unitId: string; holderId: string },
): Promise<void> {
  const movesAt = after(ctx.now, objectFor);
  await decide(ctx, { claimId, reason, serial, state: 'ACCEPTED', more: { unitId, holderId, movesAt, objection: '' } });
  await ctx.emit('claim.accepted', { claimId });
}

/** Finds for a request at once, since nobody owns its unit or their objection was heard. */
export async function settleClaim(
  ctx: Ctx,
  { claimId, reason, serial, unitId }: Decided & { unitId: string },
): Promise<void> {
  await decide(ctx, { claimId, reason, serial, state: 'MOVED', more: { unitId, movesAt: ctx.now } });
}

/** Ends a request whose days of objection are over; false where something else was decided meanwhile. */
export async function closeClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<boolean> {
  const { count } = await ctx.db.ownerClaim.updateMany({
    where: { id: claimId, state: 'ACCEPTED', movesAt: { lte: ctx.now } },
    data: { state: 'MOVED' },
  });
  return count === 1;
}

/** Gives a request back to staff, since its unit has another owner by now or cannot move. */
export async function reopenClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<void> {
  await ctx.db.ownerClaim.updateMany({
    where: { id: claimId, state: 'ACCEPTED' },
    data: { state: 'ASKED', unitId: null, holderId: null, movesAt: null },
  });
}

type Step = {
  claimId: string;
  reason: string;
  serial: string;
  state: 'ACCEPTED' | 'MOVED' | 'REFUSED';
  more?: { unitId?: string; holderId?: string; movesAt?: Date; objection?: string };
};

async function decide(ctx: Ctx, { claimId, reason, serial, state, more }: Step): Promise<void> {
  allow(canDecideClaims(ctx.actor));
  const { count } = await ctx.db.ownerClaim
    .updateMany({
      where: { id: claimId, state: { in: claimStatesBefore(state) } },
      data: { state, reason, decidedById: memberId(ctx.actor), decidedAt: ctx.now, ...more },
    })
    .catch(ifTaken('claim-other', 'Another request was accepted for its unit'));
  if (count === 0) throw claimOver();
  const outcome = state === 'REFUSED' ? 'REFUSED' : 'ACCEPTED';
  await audit(ctx, { act: 'claim.decide', subject: ['claim', claimId], reason, detail: { serial, outcome } });
}
