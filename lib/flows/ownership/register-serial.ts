import { isMember, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { forbidden, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { registerOwner } from '@/lib/ownership/commands';
import { limits } from '@/lib/ownership/limits';
import { getOwner } from '@/lib/ownership/queries/owned';
import type { RegisterSerial } from '@/lib/ownership/schema';
import { passUnit } from '@/lib/units/commands';
import { lockUnit, type LockedUnit } from '@/lib/units/commands/write-event';
import { findBySerial } from '@/lib/units/queries/find-serial';
import { getPackedFor } from '@/lib/units/queries/packed-for';

/**
 * Makes the actor the owner of a unit that was handed out, is on its way to nobody and has no owner, by its serial. Every other serial is answered alike
 * with `serial-proof`, known or not, and every try counts; a unit that is the actor's own already with `device-yours`.
 */
export async function registerSerial(
  actor: Actor,
  input: RegisterSerial,
  options: Options = {},
): Promise<{ id: string }> {
  if (!isMember(actor)) throw forbidden();
  const now = options.now ?? clock();
  await spend(db, limits.registerSerial, actor.id, now);
  if (actor.ip) await spend(db, limits.registerSerialNetwork, actor.ip, now);
  const known = await findBySerial(reading(actor, now), input);
  if (!known) throw askForProof();
  return inTransaction(actor, (ctx) => registerUnit(ctx, { unitId: known.id, memberId: actor.id }), options);
}

/** Makes somebody the first owner of a unit, or refuses as `registerSerial` does. */
export async function registerUnit(
  ctx: Ctx,
  { unitId, memberId }: { unitId: string; memberId: string },
): Promise<{ id: string }> {
  const unit = await lockUnit(ctx, unitId);
  const owner = await getOwner(ctx, { unitId });
  if (owner === memberId) throw new Refused('device-yours', 'It is theirs already', { field: 'serial' });
  if (owner || !(await isHandedOut(ctx, unit))) throw askForProof();
  return { id: await giveUnit(ctx, unit, memberId) };
}

/** Makes somebody the first owner of a unit that the caller holds. */
export async function giveUnit(ctx: Ctx, unit: LockedUnit, memberId: string): Promise<string> {
  const { id, productId, variantId } = unit;
  const [ownershipId] = await registerOwner(ctx, { unitIds: [id], memberId, productId, variantId });
  await passUnit(ctx, unit, { kind: 'OWNED', memberId });
  return ownershipId!;
}

/** Whether a unit that has no owner was sold or given away elsewhere: it was sent, and for no order of ours. */
async function isHandedOut(ctx: Ctx, { id, state }: LockedUnit): Promise<boolean> {
  return state === 'SHIPPED' && !(await getPackedFor(ctx, { unitId: id }));
}

const askForProof = (): Refused => new Refused('serial-proof', 'A proof is needed', { field: 'serial' });
