import { path } from '@/lib/core/paths';

import type { AskedOrder } from './asked-order';

const order = (number: string) => path('orders', number);

/** Paths of this domain's pages, without their language; those that few pages lead to stand in `choices`. */
export const ordersPaths = {
  checkout: (claimId: string) => path('checkout', claimId),
  orders: () => '/orders',
  order,
  /** The order by what its buyer asks for it with: a member by its number, a guest by its key. */
  askedOrder: ({ number, key }: AskedOrder) => (key === undefined ? order(number) : path('order', key)),
} as const;
