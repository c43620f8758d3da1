import type { Ctx } from '@/lib/core/context';

/** Ends the packing of an order whose parcel was sent. */
export async function endPacking(ctx: Ctx, { orderId }: { orderId: string }): Promise<void> {
  await ctx.db.packing.deleteMany({ where: { orderId } });
}
