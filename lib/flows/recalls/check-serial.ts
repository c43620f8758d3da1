import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { limits } from '@/lib/recalls/limits';
import { getRecalledProduct, isMeant } from '@/lib/recalls/queries/public';
import type { CheckSerial } from '@/lib/recalls/schema';
import { findBySerial, spellings } from '@/lib/units/queries/find-serial';

/**
 * Whether an open recall means the device with a serial, for everybody: nothing else of the device, and nothing of its owner. Thirty an hour from one
 * network; refuses with not-found a recall that is not open.
 */
export async function checkSerial(
  actor: Actor,
  { slug, serial }: CheckSerial,
  { network, now = clock() }: { network: string; now?: Date },
): Promise<{ affected: boolean; serial: string }> {
  await spend(db, limits.check, network, now);
  const read = reading(actor, now);
  const productId = await getRecalledProduct(read, { slug });
  if (!productId) throw notFound('recall');
  const unit = await findBySerial(read, { productId, serial });
  const affected = await isMeant(read, { slug, serials: spellings(serial), unitId: unit?.id ?? null });
  if (affected === null) throw notFound('recall');
  return { affected, serial };
}
