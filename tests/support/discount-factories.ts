import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { saveDiscount } from '@/lib/discounts/commands';
import type { SaveDiscount } from '@/lib/discounts/schema';

import { makeOperator } from './drop-factories';

export const plainDiscount: SaveDiscount = {
  ...{
    discountId: undefined,
    shown: 0,
    title: 'Spring',
    titleZh: '春季优惠',
    code: null,
    kind: 'PERCENT',
    percent: 10,
  },
  ...{ currency: 'USD', amountMinor: null, buyPieces: null, getPieces: null, leastMinor: null, leastPieces: null },
  ...{ productIds: null, combines: false, startsAt: undefined, endsAt: null, mostUses: null, oncePerBuyer: false },
};

/** A discount that runs: ten percent by itself, unless said otherwise. */
export async function makeDiscount(more: Partial<SaveDiscount> = {}): Promise<string> {
  return (await transact(saveDiscount)(await makeOperator(), { ...plainDiscount, ...more })).id;
}

/** Ends what runs, so that the next test sells at list prices. */
export const endDiscounts = () =>
  db.discount.updateMany({ data: { startsAt: new Date(0), endsAt: new Date(1), code: null } });
