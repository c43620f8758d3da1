import { isMember, may, type Actor } from '@/lib/core/actor';
import type { DisputeState, PaymentState, RefundState } from '@/lib/core/prisma-client/enums';

import type { OrderState } from './schema';

/** A unit held for a member, as the drop tells it: what an order is made of. */
export type HeldUnit = {
  claimId: string;
  dropId: string;
  memberId: string;
  state: string;
  heldUntil: Date;
  dropCancelled: boolean;
  variantId: string;
  title: string;
  priceMinor: number;
  currency: string;
  /** Whether the price holds the tax; null where the tax rate says it. */
  taxIncluded: boolean | null;
  grams: number;
};

/** Whether a held unit can still be paid for. */
export function canCheckOut(
  { state, heldUntil, dropCancelled }: Pick<HeldUnit, 'state' | 'heldUntil' | 'dropCancelled'>,
  now: Date,
): boolean {
  return state === 'HELD' && heldUntil > now && !dropCancelled;
}

/** Whether the actor made this order. */
export function isBuyer(actor: Actor, order: { memberId: string }): boolean {
  return isMember(actor) && actor.id === order.memberId;
}

/** Who works with orders at all. */
export function canReadOrders(actor: Actor): boolean {
  return may(actor, 'orders.read');
}

/** Who sends parcels. */
export function canShip(actor: Actor): boolean {
  return may(actor, 'orders.ship');
}

/** Who gives money back. */
export function canRefund(actor: Actor): boolean {
  return may(actor, 'orders.refund');
}

type Money = {
  state: PaymentState;
  surplusAt: Date | null;
  refunds: { state: RefundState }[];
  disputes: { state: DisputeState }[];
};
type ActedOn = { state: OrderState; payments: Money[]; shipments: { deliveredAt: Date | null }[] };
export type OrderActs = { ship: boolean; deliver: boolean; refund: boolean; correctTracking: boolean };

/** What an order's state, its parcels and the money that bought its unit allow; a payment that bought nothing hinders none of it. */
export function actsOn({ state, payments, shipments }: ActedOn): OrderActs {
  const onTheWay = (state === 'PAID' || state === 'SHIPPED') && shipments.some(({ deliveredAt }) => !deliveredAt);
  const bought = payments.filter((each) => each.state === 'PAID' && !each.surplusAt);
  const goingBack = bought.some(({ refunds }) => refunds.some((refund) => refund.state === 'PENDING'));
  const disputed = bought.some(({ disputes }) => disputes.some((dispute) => dispute.state !== 'WON'));
  return {
    ship: state === 'PAID' && !goingBack && !disputed,
    deliver: onTheWay && !goingBack,
    correctTracking: onTheWay,
    refund: isRefundable({ state }) && bought.length > 0 && !goingBack,
  };
}

// REFUNDED too: a bank may fail a refund that was done, and then the money is with the brand again.
const refundable: readonly OrderState[] = ['PAID', 'SHIPPED', 'DELIVERED', 'REFUNDED'];

/** Whether an order's money may still be given back. */
export function isRefundable(order: { state: OrderState }): boolean {
  return refundable.includes(order.state);
}
