import { namedVariant } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { memberHandle, namedHandle } from '@/lib/members/published';
import { orderNumber } from '@/lib/orders/published';
import { locationName } from '@/lib/stock/published';

import { canReadUnits } from '../policy';

/** A unit with its numbers, who has it, and its whole history; null where there is none, or it may not be seen. */
export async function getUnit({ db, actor }: Reading, { id }: { id: string }) {
  if (!canReadUnits(actor) || !isUuid(id)) return null;
  return db.unit.findUnique({
    where: { id },
    select: {
      ...{ id: true, serial: true, state: true, seq: true, variantId: true, passport: true },
      variant: { select: namedVariant },
      identifiers: { orderBy: { kind: 'asc' }, take: 10, select: { kind: true, value: true } },
      holdings: {
        where: { until: null },
        take: 1,
        select: { from: true, member: { select: namedHandle }, location: { select: locationName } },
      },
      events: {
        orderBy: { seq: 'desc' },
        take: 200,
        select: {
          ...{ seq: true, kind: true, note: true, at: true },
          order: { select: orderNumber },
          actor: { select: memberHandle },
        },
      },
    },
  });
}

export type UnitToRead = NonNullable<Awaited<ReturnType<typeof getUnit>>>;
