import { listVariantNames } from '@/lib/catalog/queries/variant-names';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { getDropNeeds } from '@/lib/drops/queries/stock-needs';
import { supplyDrop } from '@/lib/stock/commands';

/**
 * Takes out of stock what an announced drop offers, or offers more than before; refuses with `drop-out-of-stock` (variant, open, wanted) where
 * too little is open. A drop that is not announced takes nothing, and a variant that is not counted is offered as planned.
 */
export async function takeForDrop(
  ctx: Ctx,
  { dropId, isNew = false }: { dropId: string; isNew?: boolean },
): Promise<void> {
  const found = await getDropNeeds(ctx, { dropId });
  if (!found) return;
  try {
    await supplyDrop(ctx, { dropId, needs: found.needs, isNew });
  } catch (error) {
    throw error instanceof Refused && error.code === 'out-of-stock' ? await named(ctx, error) : error;
  }
}

async function named(ctx: Ctx, { detail, message }: Refused): Promise<Refused> {
  const { variantId, open, wanted } = detail.values as { variantId: string; open: number; wanted: number };
  const [variant] = await listVariantNames(ctx, { ids: [variantId] });
  return new Refused('drop-out-of-stock', message, {
    field: 'units',
    values: { variant: variant?.title ?? '', open, wanted },
  });
}
