import { path } from '@/lib/core/paths';

import type { AskedOrder } from '../asked-order';
import { ordersPaths } from '../paths';

/** An invoice of an order. It stands here and not among the paths that every page of the site loads: few pages lead to it. */
export const invoicePath = (asked: AskedOrder, id: string): string =>
  ordersPaths.askedOrder(asked) + path('invoice', id);

/** Where somebody without an account finds their order. */
export const findOrderPath = (): string => path('order');
