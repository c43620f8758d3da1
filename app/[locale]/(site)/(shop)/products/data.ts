import { getProduct, listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { productVoice } from '@/lib/feedback/queries';
import { withShown } from '@/lib/feedback/without-areas';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
import { shownAreas } from '@/lib/web/areas';
import { live } from '@/lib/web/live';

/** The shelf, from the product after the given one. */
export async function shelf(after?: string) {
  'use cache';
  live('products');
  return listProducts(reading(), { after });
}

/** All that the public page of one product tells, or null. */
export async function productPage(handle: string) {
  'use cache';
  live('products', `product:${handle}`, 'drops', 'ideas', 'releases', 'threads');
  const product = await getProduct(reading(), { handle });
  if (!product) return null;
  const areas = await shownAreas();
  const [voice, stage] = await Promise.all([
    areas.ideas ? productVoice(reading(), { productId: product.id, handle }) : null,
    getProductStage(reading(), { productId: product.id }),
  ]);
  return {
    product,
    voice: voice && {
      ...voice,
      got: withShown(voice.got, areas),
      credited: areas.releases ? voice.credited : [],
      releases: areas.releases ? voice.releases : [],
    },
    stage: { drops: areas.drops ? stage.drops : [], boards: areas.community ? stage.boards : [] },
    sells: areas.drops,
  };
}
