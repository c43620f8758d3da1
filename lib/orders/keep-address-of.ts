import { isMember, type Actor } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';

import { keepAddress } from './commands';
import type { Address, Company } from './schema';

type Ordered = Address & Partial<Company> & { keep?: boolean };

/**
 * Keeps where an order goes among its buyer's addresses, where they asked for that; a guest has none. The order stands whatever becomes of it: twenty may
 * have been kept in another tab meanwhile.
 */
export async function keepAddressOf(actor: Actor, ordered: Ordered, options: Options = {}): Promise<void> {
  if (!ordered.keep || !isMember(actor)) return;
  const address = { ...ordered, company: ordered.company ?? '', taxNumber: ordered.taxNumber ?? '' };
  try {
    await transact(keepAddress)(actor, address, options);
  } catch (err) {
    if (!(err instanceof Refused)) log.warn({ err }, 'The address of an order was not kept');
  }
}
