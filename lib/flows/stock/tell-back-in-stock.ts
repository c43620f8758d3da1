import { system } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { inRawTransaction } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { notifyOf } from '@/lib/notifications/notify-of';
import { backIntoLine, takeFromLines } from '@/lib/stock/commands';
import { stockNotices } from '@/lib/stock/notices';
import { getRequestForNotice } from '@/lib/stock/queries/back-in-stock';

/** Tells those who wait for what can be bought again, in the order in which they asked; nobody while the shop is off. */
export async function tellBackInStock(now: Date): Promise<number> {
  if (await isAreaOff('shop')) return 0;
  return (await inRawTransaction(system, (ctx) => takeFromLines(ctx, { limit: 200 }), { now })).length;
}

/** Says it, in the app and by mail, unless it is gone again: then they keep their place. */
export const tellOfReturn = notifyOf(
  stockNotices['stock.back'],
  async (ctx, { payload }: RecordedEvent<'stock.back'>) => {
    const request = await getRequestForNotice(ctx, payload);
    if (!request) return null;
    if (request.open === 0) {
      await backIntoLine(ctx, payload);
      return null;
    }
    const { product, ...variant } = request.variant;
    const names = { product: localizedName(product), variant: localizedName(variant) };
    return { memberId: payload.memberId, data: { ...names, handle: product.handle } };
  },
);
