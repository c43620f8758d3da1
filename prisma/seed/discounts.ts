import { transact } from '@/lib/core/context';
import { saveDiscount } from '@/lib/discounts/commands';

import type { World } from './world';

const plain = {
  ...{ discountId: undefined, shown: 0, amountMinor: null, currency: 'USD', buyPieces: null, getPieces: null },
  ...{ leastMinor: null, leastPieces: null, productIds: null, combines: false, startsAt: undefined, endsAt: null },
  ...{ mostUses: null, oncePerBuyer: false },
};

/** A code for the newsletter, and one that comes later. What the shop costs without one stays as it is listed. */
export async function seedDiscounts(world: World): Promise<void> {
  const ops = world.cast.ops!;
  const save = transact(saveDiscount);
  await save(
    ops,
    {
      ...{
        ...plain,
        title: 'Newsletter welcome',
        titleZh: '订阅见面礼',
        code: 'WELCOME10',
        kind: 'PERCENT',
        percent: 10,
      },
      ...{ oncePerBuyer: true, combines: true },
    },
    { now: world.ago(30) },
  );
  await save(
    ops,
    {
      ...{
        ...plain,
        title: 'Winter shipping',
        titleZh: '冬季包邮',
        code: 'WINTERPOST',
        kind: 'SHIPPING',
        percent: null,
      },
      ...{ leastMinor: 10_000, mostUses: 200 },
    },
    { now: world.ago(3) },
  );
}
