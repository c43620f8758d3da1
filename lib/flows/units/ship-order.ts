import { z } from 'zod';

import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { listToPack } from '@/lib/orders/delivered';
import { markShipped, type MarkShipped } from '@/lib/orders/commands';
import { piecesIn } from '@/lib/orders/pieces-in-form';
import { shipOrderSchema } from '@/lib/orders/schema';

import { packedSerials } from '@/lib/units/schema';

import { packAllowed } from './pack-allowed';

/** What the form of a parcel sends; what lies in it arrives as `units.<line>`, and without such a field all that is left does. */
export const shipOrderInput = shipOrderSchema
  .extend({ serials: packedSerials })
  .catchall(z.unknown())
  .transform(({ number, carrier, tracking, serials, ...form }, ctx) => ({
    ...{ number, carrier, tracking, serials },
    pieces: piecesIn(form, ctx),
  }));

export type ShipOrder = MarkShipped & { serials?: readonly string[] };

/** Sends a parcel of an order, with the units whose serials were scanned into it. */
export function shipOrder(actor: Actor, { serials = [], ...parcel }: ShipOrder, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { orderId, shipmentId } = await markShipped(ctx, parcel);
      if (serials.length === 0) return;
      await packAllowed(ctx, { orderId, shipmentId, lines: await listToPack(ctx, { shipmentId }), serials });
    },
    options,
  );
}
