import { path } from '@/lib/core/paths';

import type { AskedOrder } from '../asked-order';
import { ordersPaths } from '../paths';

/** Where the buyer of an order says what they send back; not among the paths of pages, which every browser gets. */
export const askReturnPath = (asked: AskedOrder): string => ordersPaths.askedOrder(asked) + path('return');
