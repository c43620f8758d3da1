import { path } from '@/lib/core/paths';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { ordersPaths } from '@/lib/orders/paths';

/** Paths of this domain's pages, without their language. */
export const returnsPaths = {
  /** Where the buyer of an order says what they send back. */
  askReturn: (asked: AskedOrder) => ordersPaths.askedOrder(asked) + path('return'),
} as const;
