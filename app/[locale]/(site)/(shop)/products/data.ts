import { getProduct, listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { productVoice } from '@/lib/feedback/queries';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
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
  const [voice, stage] = await Promise.all([
    productVoice(reading(), { productId: product.id, handle }),
    getProductStage(reading(), { productId: product.id }),
  ]);
  return { product, voice, stage };
}
