import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { moveStock } from '../move-stock';
import { canEditStock } from '../policy';
import type { ReceiveInput } from '../schema';
import { openPlace } from './open-place';
import { findMade, formKey } from './sent-once';

/** Takes in units that came from who makes them; from the first ones on, the variant is counted. */
export async function receiveUnits(ctx: Ctx, input: ReceiveInput): Promise<void> {
  allow(canEditStock(ctx.actor));
  const { variantId, locationId, units, note, once } = input;
  const key = formKey(once, variantId, locationId, units);
  if (await findMade(ctx, key)) return;
  const place = await openPlace(ctx, locationId);
  await beginCounting(ctx, variantId);
  await moveStock(ctx, [
    {
      ...{ variantId, units, note, key, cause: 'RECEIVED' },
      ...{ from: { kind: 'SUPPLIER' }, to: { kind: 'OPEN', place: locationId } },
    },
  ]);
  await audit(ctx, { act: 'stock.receive', subject: ['variant', variantId], detail: { units, place: place.name } });
}

/** Has a variant counted from now on, if it is not; refuses one that is not there. */
export async function beginCounting(ctx: Ctx, variantId: string): Promise<void> {
  const [known] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT v."id" FROM catalog.variant v WHERE v."id" = ${variantId}::uuid`;
  found(known, 'variant');
  await ctx.db.stockedVariant.createMany({ data: [{ id: variantId, since: ctx.now }], skipDuplicates: true });
}
