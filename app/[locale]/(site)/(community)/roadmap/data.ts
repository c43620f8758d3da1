import { reading } from '@/lib/core/context';
import { getRoadmap, listProductsWithIdeas } from '@/lib/feedback/queries';
import { live } from '@/lib/web/live';

/** The roadmap of one product or of all, or null. */
export async function roadmapPage(product?: string) {
  'use cache';
  live('roadmap', 'ideas', 'releases', 'threads');
  const roadmap = await getRoadmap(reading(), { product });
  return roadmap && { roadmap, products: await listProductsWithIdeas(reading()) };
}
