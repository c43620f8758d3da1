import { path } from '@/lib/core/paths';

import type { AskedOrder } from './asked-order';

const askedOrder = ({ number, key }: AskedOrder) => (key === undefined ? path('orders', number) : path('order', key));

/** Paths of this domain's pages, without their language. */
export const ordersPaths = {
  checkout: (claimId: string) => path('checkout', claimId),
  orders: () => '/orders',
  /** The addresses that a member keeps, a new one, and one of them. */
  addresses: () => '/addresses',
  newAddress: () => '/addresses/new',
  address: (id: string) => path('addresses', id),
  order: (number: string) => path('orders', number),
  /** The order by what its buyer asks for it with: a member by its number, a guest by its key. */
  askedOrder,
  /** An invoice of it. */
  invoice: (asked: AskedOrder, id: string) => askedOrder(asked) + path('invoice', id),
  /** Where somebody without an account finds theirs. */
  findOrder: () => '/order',
} as const;
