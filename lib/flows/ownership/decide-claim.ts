import type { Actor } from '@/lib/core/actor';
import { memberId, system } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx, type Options } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import {
  announceClaim,
  closeClaim,
  endTransfers,
  passOwnership,
  refuseClaim,
  reopenClaim,
  settleClaim,
} from '@/lib/ownership/commands';
import { canDecideClaims } from '@/lib/ownership/policy';
import { getClaim, listDueClaims } from '@/lib/ownership/queries/claims';
import { getOwner } from '@/lib/ownership/queries/owned';
import type { DecideClaim } from '@/lib/ownership/schema';
import { passUnit } from '@/lib/units/commands';
import { lockUnit, type LockedUnit } from '@/lib/units/commands/write-event';
import { canMeet } from '@/lib/units/policy';
import { findBySerial } from '@/lib/units/queries/find-serial';
import { getPackedFor } from '@/lib/units/queries/packed-for';

import { giveUnit } from './register-serial';

/**
 * Decides a request for a device. One that is accepted moves at once where nobody owns it or its owner's objection was heard; else its owner is told and
 * may object for seven days, also where another owner objected before. Refuses with `claim-unit` a serial that no device has, with `claim-unit-state` a
 * device that cannot have an owner now, with `claim-other` one that another request was accepted for, and with `claim-own` staff who made it or own it.
 */
export function decideClaim(actor: Actor, input: DecideClaim, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canDecideClaims(ctx.actor));
      const claim = found(await getClaim(ctx, { claimId: input.claimId }), 'claim');
      allow(claim.memberId !== memberId(ctx.actor), 'claim-own');
      const decided = { ...input, serial: claim.serial };
      const known = await findBySerial(ctx, claim);
      const owns = known && (await getOwner(ctx, { unitId: known.id }));
      allow(!owns || owns !== memberId(ctx.actor), 'claim-own');
      if (input.verdict === 'REFUSE') return refuseClaim(ctx, decided);
      if (!known) throw new Refused('claim-unit', 'No device has this serial');
      const unit = await lockUnit(ctx, known.id);
      const holderId = await getOwner(ctx, { unitId: unit.id });
      if (holderId === claim.memberId) throw new Refused('claim-theirs', 'It is theirs already');
      if (!(await mayMove(ctx, unit, holderId))) throw new Refused('claim-unit-state', `It is ${unit.state}`);
      const heard = claim.state === 'OBJECTED' && claim.holderId === holderId;
      if (holderId && !heard) return announceClaim(ctx, { ...decided, unitId: unit.id, holderId });
      await settleClaim(ctx, { ...decided, unitId: unit.id });
      await moveTo(ctx, unit, { holderId, memberId: claim.memberId, claimId: claim.id });
    },
    options,
  );
}

/** Moves the devices of requests to which nobody objected in seven days; one that has another owner by now goes back to staff. */
export async function moveClaims(now: Date): Promise<number> {
  const due = await listDueClaims(reading(system, now), { limit: 100 });
  let moved = 0;
  for (const claimId of due) if (await inTransaction(system, (ctx) => moveClaim(ctx, claimId), { now })) moved += 1;
  return moved;
}

async function moveClaim(ctx: Ctx, claimId: string): Promise<boolean> {
  const claim = await getClaim(ctx, { claimId });
  if (!claim?.unitId) return false;
  const unit = await lockUnit(ctx, claim.unitId);
  const holderId = await getOwner(ctx, { unitId: unit.id });
  if (holderId !== claim.holderId || !(await mayMove(ctx, unit, holderId))) {
    await reopenClaim(ctx, { claimId });
    return false;
  }
  if (!(await closeClaim(ctx, { claimId }))) return false;
  await moveTo(ctx, unit, { holderId, memberId: claim.memberId, claimId });
  return true;
}

type Move = { holderId: string | null; memberId: string; claimId: string };

async function moveTo(ctx: Ctx, unit: LockedUnit, { holderId, memberId, claimId }: Move): Promise<void> {
  if (!holderId) return void (await giveUnit(ctx, unit, memberId));
  await endTransfers(ctx, { unitId: unit.id });
  found(await passOwnership(ctx, { unitId: unit.id, fromId: holderId, toId: memberId }), 'owner');
  await passUnit(ctx, unit, { kind: 'TRANSFERRED', memberId });
  await ctx.emit('claim.moved', { claimId, formerId: holderId });
}

// A device with an owner passes to another; one without was handed out, and is on its way to nobody.
async function mayMove(ctx: Ctx, { id, state }: LockedUnit, holderId: string | null): Promise<boolean> {
  if (holderId) return canMeet(state, 'TRANSFERRED');
  return canMeet(state, 'OWNED') && !(await getPackedFor(ctx, { unitId: id }));
}
