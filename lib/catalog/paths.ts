import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const catalogPaths = {
  products: () => '/products',
  productsAfter: (cursor: string) => path('products', 'after', cursor),
  product: (handle: string) => path('products', handle),
} as const;
