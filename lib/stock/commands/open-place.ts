import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

/** A place by its id, which stays as it is until the commit; refuses one that is closed. */
export async function openPlace(ctx: Ctx, locationId: string): Promise<{ id: string; name: string }> {
  const [place] = await ctx.db.$queryRaw<{ id: string; name: string; closedAt: Date | null }[]>`
    SELECT "id", "name", "closedAt" FROM "StockLocation" WHERE "id" = ${locationId}::uuid FOR SHARE`;
  const { id, name, closedAt } = found(place, 'location');
  if (closedAt) throw new Refused('location-closed', 'The place is closed', { field: 'locationId' });
  return { id, name };
}
