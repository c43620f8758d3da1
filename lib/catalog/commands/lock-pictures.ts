import type { Ctx } from '@/lib/core/context';

/**
 * Counts the version of a product's pictures up; null where there is no such product, or where somebody changed its pictures since
 * the version that was shown. Until the commit, everyone else who changes them waits here.
 */
export async function lockPictures({ db }: Ctx, { productId, shown }: { productId: string; shown?: number }) {
  const [product] = await db.product.updateManyAndReturn({
    where: { id: productId, picturesVersion: shown },
    data: { picturesVersion: { increment: 1 } },
    select: { title: true, handle: true, picturesVersion: true },
  });
  return product ?? null;
}
