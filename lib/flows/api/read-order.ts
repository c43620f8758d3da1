import { reading, transact } from '@/lib/core/context';
import { noteAddressRead } from '@/lib/api/commands';
import type { ApiOrder } from '@/lib/orders/api-shapes';
import { readAddress, readForApi } from '@/lib/orders/read-for-api';

import type { Caller } from './caller';

/** One order as the API answers it; its address only for keys that may read addresses, and counted before. Null where there is none. */
export async function readOrder(
  { actor, scopes, key }: Caller,
  { number }: { number: string },
): Promise<ApiOrder | null> {
  const now = reading(actor);
  const order = await readForApi(now, { number });
  if (!order || !scopes.includes('orders.addresses')) return order;
  await transact(noteAddressRead)(actor, key);
  return { ...order, address: await readAddress(now, { number }) };
}
