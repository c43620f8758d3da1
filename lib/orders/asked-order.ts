import { memberId, type Actor } from '@/lib/core/actor';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { asCrockford } from '@/lib/core/typed';

import { guestKeys } from './guest-key';

/** The order that its buyer asks for: a member by its number, a guest by the key of its address. */
export type AskedOrder = { number: string; key?: undefined } | { key: string; number?: undefined };

/** Which row that is, for whoever asks; null where it can be none. A key opens the orders of guests alone. */
export function askedOrder(actor: Actor, { number, key }: AskedOrder) {
  if (key !== undefined) {
    const id = guestKeys.read(key);
    return id === null ? null : ({ id, guestEmail: { not: null } } satisfies Prisma.OrderWhereUniqueInput);
  }
  const buyer = memberId(actor);
  return buyer === null
    ? null
    : ({ number: asCrockford(number), memberId: buyer } satisfies Prisma.OrderWhereUniqueInput);
}
