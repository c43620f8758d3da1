import { reading } from '@/lib/core/context';
import { getRoadmap, listProductsWithIdeas, type Roadmap } from '@/lib/feedback/queries';
import { roadmapStages } from '@/lib/feedback/schema';
import { shownAreas } from '@/lib/web/areas';
import { withShown } from '@/lib/feedback/without-areas';
import { live } from '@/lib/web/live';

/** The roadmap of one product or of all, or null. */
export async function roadmapPage(product?: string) {
  'use cache';
  live('roadmap', 'ideas', 'releases', 'threads');
  const roadmap = await getRoadmap(reading(), { product });
  if (!roadmap) return null;
  const areas = await shownAreas();
  const columns = roadmapStages.map((stage) => [stage, withShown(roadmap[stage], areas)]);
  return { roadmap: Object.fromEntries(columns) as Roadmap, products: await listProductsWithIdeas(reading()) };
}
