import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ordersPaths = {
  checkout: (claimId: string) => path('checkout', claimId),
  orders: () => '/orders',
  order: (number: string) => path('orders', number),
  /** The order of a guest, by its key. */
  guestOrder: (key: string) => path('order', key),
  /** Where somebody without an account finds theirs. */
  findOrder: () => '/order',
} as const;
