import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { pictureSpellings } from '@/lib/core/remote-pictures';

import { canEditProducts } from '../policy';

/** Puts our copy of a picture in the place of its old address, in descriptions that still show it. */
export async function showPictureInProducts(
  ctx: Ctx,
  { productIds, url, path }: { productIds: string[]; url: string; path: string },
): Promise<void> {
  allow(canEditProducts(ctx.actor));
  if (productIds.length === 0) return;
  const [from, to] = pictureSpellings(url, path).html;
  const rows = await ctx.db.$queryRaw<{ handle: string }[]>`
    UPDATE "Product" SET "html" = replace("html", ${from}::text, ${to}::text), "htmlZh" = replace("htmlZh", ${from}::text, ${to}::text)
    WHERE "id" = ANY(${productIds}::uuid[]) RETURNING "handle"`;
  for (const { handle } of rows) ctx.touch('products', `product:${handle}`);
}
