import type { Reading } from '@/lib/core/context';
import { listProductDrops } from '@/lib/drops/queries/product-drops';
import { listProductBoards } from '@/lib/forum/queries/product-boards';

/** Where a product stands in public: its drops, its boards and what was said there last. Two statements. */
export async function getProductStage(reading: Reading, product: { productId: string }) {
  const [drops, boards] = await Promise.all([listProductDrops(reading, product), listProductBoards(reading, product)]);
  return { drops, boards };
}

export type ProductStage = Awaited<ReturnType<typeof getProductStage>>;
