import { getProductToFind } from '@/lib/catalog/queries/products-to-find';
import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { takeTurns } from '@/lib/core/take-turns';
import { dropDocs, keepDoc } from '@/lib/search/commands';
import { docTurns, publicAudience } from '@/lib/search/form';

const kind = 'PRODUCT';

/** Brings what a product is found by to what it is now; one that is not on show is found by nothing. */
export async function indexProduct(ctx: Ctx, { id }: { id: string }): Promise<void> {
  // Read only after the turn has come: what was read before it may be older than what is there.
  await takeTurns(ctx.db, docTurns({ kind, id }));
  const found = await getProductToFind(ctx, { id });
  if (found) await keepDoc(ctx, { kind, id, audience: publicAudience, ...found });
  else await dropDocs(ctx, { kind, ids: [id] });
}

/** What follows a change of a product. */
export const indexChangedProduct = (ctx: Ctx, { payload }: RecordedEvent<'product.changed'>): Promise<void> =>
  indexProduct(ctx, { id: payload.productId });
