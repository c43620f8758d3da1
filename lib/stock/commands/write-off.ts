import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import type { StockCause, StockKind } from '@/lib/core/prisma-client/enums';

import { moveStock } from '../move-stock';
import { canEditStock } from '../policy';
import type { WriteOffInput } from '../schema';
import { openPlace } from './open-place';
import { findMade, formKey } from './sent-once';

const moves = {
  damaged: ['DAMAGED', 'OPEN', 'DAMAGED'],
  repaired: ['REPAIRED', 'DAMAGED', 'OPEN'],
  scrapOpen: ['SCRAPPED', 'OPEN', 'SCRAP'],
  scrapDamaged: ['SCRAPPED', 'DAMAGED', 'SCRAP'],
} as const satisfies Record<WriteOffInput['what'], readonly [StockCause, StockKind, StockKind]>;

/** Takes units that are broken out of what is open, brings mended ones back, or writes them off for good. */
export async function writeOff(ctx: Ctx, input: WriteOffInput): Promise<void> {
  allow(canEditStock(ctx.actor));
  const { variantId, locationId, units, what, reason, once } = input;
  const key = formKey(once, what, variantId, locationId, units);
  if (await findMade(ctx, key)) return;
  const place = await openPlace(ctx, locationId);
  const [cause, from, to] = moves[what];
  const at = (kind: StockKind) => (kind === 'SCRAP' ? { kind } : { kind, place: locationId });
  await moveStock(ctx, [{ variantId, units, cause, key, note: reason, from: at(from), to: at(to) }]);
  const detail = { what, units, place: place.name };
  await audit(ctx, { act: 'stock.writeOff', subject: ['variant', variantId], reason, detail });
}
