import { isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { forbidden, found, Refused } from '@/lib/core/errors';
import { refundUse, spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { closeTransfer, openTransfer, passOwnership } from '@/lib/ownership/commands';
import { limits } from '@/lib/ownership/limits';
import { findTransfer, getOwnUnit, type FoundTransfer } from '@/lib/ownership/queries/transfers';
import type { AcceptTransfer, MakeTransfer } from '@/lib/ownership/schema';
import { passUnit } from '@/lib/units/commands';
import { lockUnit, type LockedUnit } from '@/lib/units/commands/write-event';
import { canMeet } from '@/lib/units/policy';

/** Makes a code by which the actor passes a device of theirs on. Refuses with `device-not-now` one that is lost, in repair or recalled. */
export function makeTransfer(actor: Actor, input: MakeTransfer, options: Options = {}) {
  return inTransaction(
    actor,
    async (ctx) => {
      const maker = signedIn(ctx.actor);
      const unitId = found(await getOwnUnit(ctx, input), 'device');
      await spend(ctx.db, limits.makeTransfer, maker.id, ctx.now);
      await lockToPass(ctx, unitId);
      return openTransfer(ctx, input);
    },
    options,
  );
}

/**
 * What a code passes on, for somebody who is signed in. Codes that cannot be used are refused alike, with `transfer-unknown`, and count against a limit
 * of the member and of their network.
 */
export async function lookUpTransfer(actor: Actor, { code }: AcceptTransfer, now = clock()): Promise<FoundTransfer> {
  const { id, ip } = signedIn(actor);
  await spend(db, limits.tryTransfer, id, now);
  if (ip) await spend(db, limits.tryTransferNetwork, ip, now);
  const transfer = await findTransfer(reading(actor, now), { code });
  if (!transfer) throw unknownCode();
  await refundUse(db, limits.tryTransfer, id);
  if (ip) await refundUse(db, limits.tryTransferNetwork, ip);
  return transfer;
}

/**
 * Makes the actor the owner of what a code passes on: the span of its owner ends and theirs begins. Refuses codes that cannot be used, the actor's own
 * (`transfer-own`), and a device that is lost, in repair, recalled or refunded by now (`device-not-now`).
 */
export async function acceptTransfer(
  actor: Actor,
  input: AcceptTransfer,
  options: Options = {},
): Promise<{ id: string }> {
  const { id, unitId, fromId } = await lookUpTransfer(actor, input, options.now);
  const toId = signedIn(actor).id;
  if (fromId === toId) throw new Refused('transfer-own', 'The code is the actor’s own', { field: 'code' });
  return inTransaction(
    actor,
    async (ctx) => {
      const unit = await lockToPass(ctx, unitId);
      if (!(await closeTransfer(ctx, { id, toId }))) throw unknownCode();
      const ownershipId = await passOwnership(ctx, { unitId, fromId, toId });
      if (!ownershipId) throw unknownCode();
      await passUnit(ctx, unit, { kind: 'TRANSFERRED', memberId: toId });
      await ctx.emit('owner.passedOn', { transferId: id });
      return { id: ownershipId };
    },
    options,
  );
}

async function lockToPass(ctx: Ctx, unitId: string): Promise<LockedUnit> {
  const unit = await lockUnit(ctx, unitId);
  if (!canMeet(unit.state, 'TRANSFERRED')) throw new Refused('device-not-now', `It is ${unit.state}`);
  return unit;
}

function signedIn(actor: Actor): SignedIn {
  if (!isMember(actor)) throw forbidden();
  return actor;
}

const unknownCode = (): Refused => new Refused('transfer-unknown', 'No such code', { field: 'code' });
