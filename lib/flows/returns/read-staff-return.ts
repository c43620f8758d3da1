import type { Reading } from '@/lib/core/context';
import { forEachLocale } from '@/lib/core/locale';
import { asCrockford } from '@/lib/core/typed';
import { lineTitle } from '@/lib/orders/schema';
import { canBecome, canHandleReturns, canSettleReturns } from '@/lib/returns/policy';
import { getReturn, type StaffReturn } from '@/lib/returns/queries';
import { listOpenPlaces } from '@/lib/stock/queries/places';
import { listReturnable } from '@/lib/units/queries/of-order';

import { valueLines } from './value-lines';

/** A return for staff, with what its forms need: which acts are open, which devices may have come, where goods may lie, and what they are worth. */
export async function readStaffReturn(read: Reading, { number }: { number: string }) {
  const found = await getReturn(read, { number: asCrockford(number) });
  if (!found) return null;
  const { orderId, state, wish } = found;
  const [handle, settle] = [canHandleReturns(read.actor), canSettleReturns(read.actor)];
  const can = {
    // What was missing is sent, or refused.
    decide: handle && state === 'ASKED' && wish !== 'MISSING',
    refuse: handle && state === 'ASKED' && wish === 'MISSING',
    send: settle && state === 'ASKED' && wish === 'MISSING',
    count: handle && canBecome(state, 'COUNTED'),
    settle: settle && state !== 'ASKED' && canBecome(state, 'CLOSED'),
  };
  const units = can.count ? await listReturnable(read, { orderId }) : [];
  const places = can.count ? await listOpenPlaces(read) : [];
  return {
    ...{ found, can },
    places: places.map(({ id, name }) => ({ value: id, label: name })),
    lines: found.lines.map(({ lineId, announced, line }) => {
      const own = units.filter((unit) => unit.lineId === lineId);
      return {
        ...{ lineId, announced },
        title: forEachLocale((locale) => lineTitle(locale, line)),
        units: own.map(({ unitId, serial }) => ({ unitId, serial })),
      };
    }),
    ...(await worthOf(read, found, can.settle)),
  };
}

async function worthOf(read: Reading, found: StaffReturn, settles: boolean) {
  if (!settles) return { worthMinor: 0, isReplacement: false };
  const { worth, order } = await valueLines(read, found);
  return { worthMinor: worth, isReplacement: order.isReplacement };
}
