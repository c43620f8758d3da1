import { z } from 'zod';

import { declareBulk, type BulkKind } from '@/lib/core/bulk';
import { found } from '@/lib/core/errors';
import { rowNumber } from '@/lib/core/pieces';

import { moveProduct } from './commands';
import { forecastProducts, listProductsByHandle } from './queries/products-to-move';
import { productActs, type ProductAct } from './schema';

const nothingMore = z.object({});
/** What one product among many is told: the version that it had when it was chosen. */
const ofOne = z.object({ shown: rowNumber });

function moving(act: ProductAct): BulkKind {
  return {
    list: 'products',
    permission: 'catalog.edit',
    reads: 'catalog.edit',
    input: () => nothingMore,
    run: async (ctx, { key, input }) => {
      const [product] = await listProductsByHandle(ctx, { handles: [key] });
      const { id: productId } = found(product, 'product');
      await moveProduct(ctx, { productId, status: productActs[act], ...ofOne.parse(input) });
    },
    forecast: (reading, handles) => forecastProducts(reading, { act, handles }),
  };
}

/** What staff may do to many products, each by the command of one product. */
export const catalogBulkKinds = declareBulk({
  'products.publish': moving('products.publish'),
  'products.archive': moving('products.archive'),
});
