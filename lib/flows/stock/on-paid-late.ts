import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { RecordedEvent } from '@/lib/core/events';
import { getSentLines } from '@/lib/orders/sent-lines';

import { noteShort, settleStock } from './settle-drops';

/** Takes out of stock again what late money bought of a drop that had given back what was left; where too little is open the log says so. */
export async function takeLate(ctx: Ctx, { payload }: RecordedEvent<'order.paidLate'>): Promise<void> {
  const sold = payload.honoured ? await getSentLines(ctx, payload) : null;
  if (!sold?.dropId) return;
  const { dropId } = sold;
  await settleStock(ctx, { dropId }).catch((error: unknown) => {
    // Refused before anything is written: the unit is taken when its parcel is sent, if it is there by then.
    if (!(error instanceof Refused)) throw error;
    noteShort(dropId, error);
  });
}
