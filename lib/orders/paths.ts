import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ordersPaths = {
  checkout: (claimId: string) => path('checkout', claimId),
  orders: () => '/orders',
  order: (number: string) => path('orders', number),
} as const;
