import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { listToPack } from '@/lib/orders/delivered';
import { markShipped } from '@/lib/orders/commands';
import { shipOrderSchema } from '@/lib/orders/schema';
import { packUnits } from '@/lib/units/commands';
import { packedSerials } from '@/lib/units/schema';

/** What the form of a parcel sends. */
export const shipOrderInput = shipOrderSchema.extend({ serials: packedSerials });

export type ShipOrder = { number: string; carrier: string; tracking: string; serials?: readonly string[] };

/** Sends the parcel of an order, with the units whose serials were scanned into it. */
export function shipOrder(actor: Actor, { serials = [], ...parcel }: ShipOrder, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      await markShipped(ctx, parcel);
      if (serials.length === 0) return;
      const order = await listToPack(ctx, { number: parcel.number });
      await packUnits(ctx, { ...order, serials });
    },
    options,
  );
}
