import { ownedProduct, picturedVariant } from '@/lib/catalog/published';
import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { orderNumber } from '@/lib/orders/published';
import { unitForOwner } from '@/lib/units/published';

import { ownedNow } from '../published';
import { askedPrompts } from './owned';

/** One device of the actor, by its ownership; null to everybody else, and once it is theirs no more. */
export async function getDevice({ db, actor }: Reading, { id }: { id: string }) {
  const owner = memberId(actor);
  if (!owner || !isUuid(id)) return null;
  return db.ownership.findUnique({
    where: { id, memberId: owner, ...ownedNow },
    select: {
      ...{ id: true, registeredAt: true },
      product: { select: ownedProduct },
      variant: { select: picturedVariant },
      order: { select: orderNumber },
      unit: { select: unitForOwner },
      prompts: askedPrompts,
    },
  });
}

export type Device = NonNullable<Awaited<ReturnType<typeof getDevice>>>;

/** The actor's own device by its unit, as an address names it; null where the unit is not theirs. */
export async function findOwnDevice({ db, actor }: Reading, { unitId }: { unitId: string }): Promise<string | null> {
  const owner = memberId(actor);
  if (!owner) return null;
  const own = await db.ownership.findFirst({ where: { unitId, memberId: owner, ...ownedNow }, select: { id: true } });
  return own?.id ?? null;
}
