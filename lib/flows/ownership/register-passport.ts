import { isMember, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { forbidden, found } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { limits } from '@/lib/ownership/limits';
import { getPassport } from '@/lib/units/queries/get-passport';

import { registerUnit } from './register-serial';

/** Makes the actor the owner of a unit by its passport, as `registerSerial` does by its serial and with the same refusals. */
export async function registerPassport(
  actor: Actor,
  { key }: { key: string },
  options: Options = {},
): Promise<{ id: string }> {
  if (!isMember(actor)) throw forbidden();
  const now = options.now ?? clock();
  await spend(db, limits.registerSerial, actor.id, now);
  const { id: unitId } = found(await getPassport(reading(actor, now), { key }), 'passport');
  return inTransaction(actor, (ctx) => registerUnit(ctx, { unitId, memberId: actor.id }), options);
}
