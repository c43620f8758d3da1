import type { Actor } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { markDelivered, markShipped } from '@/lib/orders/commands';

/** Sends a paid order and tells its buyer. */
export async function shipOrder(
  actor: Actor,
  input: { number: string; carrier: string; tracking: string },
  options: Options = {},
): Promise<void> {
  return transact(markShipped)(actor, input, options);
}

/** Notes an order's arrival; its buyer then becomes an owner. */
export async function deliverOrder(actor: Actor, input: { number: string }, options: Options = {}): Promise<void> {
  return transact(markDelivered)(actor, input, options);
}
