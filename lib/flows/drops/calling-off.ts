import type { Reading } from '@/lib/core/context';
import { countBound, type Bound } from '@/lib/drops/queries/called-off';
import { sumOrdersOfDrop, type OrderSum } from '@/lib/orders/of-drop';

/** What calling a drop off does now: money that goes back, orders that are closed unpaid, parcels that nothing brings back, and who is let go. */
export type CallingOff = Bound & { goesBack: OrderSum[]; unpaid: number; onTheirWay: number; delivered: number };

export async function previewCallingOff(reading: Reading, { dropId }: { dropId: string }): Promise<CallingOff> {
  const [bound, orders] = await Promise.all([countBound(reading, { dropId }), sumOrdersOfDrop(reading, { dropId })]);
  const count = (state: OrderSum['state']) =>
    orders.filter((each) => each.state === state).reduce((sum, each) => sum + each.count, 0);
  return {
    ...bound,
    goesBack: orders.filter(({ state }) => state === 'PAID'),
    unpaid: count('PENDING'),
    onTheirWay: count('SHIPPED'),
    delivered: count('DELIVERED'),
  };
}
