import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { sellerOf } from '@/lib/core/market';

import { addressLines } from '../address-lines';
import { unsentOf } from '../choices/parcels';
import { labelAddress } from '../label-address';
import { labelled, weightOf } from '../label-rows';
import { canShip } from '../policy';
import { lockOrder } from '../sql';
import { movedOn, refuseWhereMoneyMoves } from './send-order';

export type AskLabel = { number: string; carrier: string; service: string };

/** A label that was written down: what the carrier is to be asked for, unless it was bought before. */
export type AskedLabel = {
  labelId: string;
  bought: boolean;
  wanted: { country: string; grams: number; service: string; orderNumber: string; to: string[]; from: string[] };
};

/**
 * Writes down that a label is wanted for what an order still has to be sent, before the carrier is asked; the one that is open already where it is the same.
 * Refuses with `order-moved-on`, `refund-running` and `payment-disputed` what may not be sent, `label-open` where one of another service is open,
 * `label-stale` where that leads to an address that was corrected since, and `label-cancelling`.
 */
export async function askLabel(ctx: Ctx, { number, carrier, service }: AskLabel): Promise<AskedLabel> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({ where: { id: orderId }, select: labelled });
  if (order.state !== 'PAID') throw movedOn(order.state);
  await refuseWhereMoneyMoves(ctx, orderId);
  const unsent = unsentOf(order);
  if (unsent.length === 0) throw movedOn(order.state);
  const [address, grams] = [labelAddress(order), weightOf(order, unsent)];
  const { name, address: place } = sellerOf(order.soldIn.data);
  const wanted = {
    ...{ country: order.shipCountry, grams, service, orderNumber: number },
    to: addressLines(order).map(({ text }) => text),
    from: [name, ...place.split('\n')].filter(Boolean),
  };
  const [open] = order.labels;
  if (!open) {
    const labelId = uuid7(ctx.now);
    const row = { id: labelId, orderId, carrier, service, grams, address, byId: memberId(ctx.actor), askedAt: ctx.now };
    await ctx.db.label.create({ data: row, select: { id: true } });
    return { labelId, bought: false, wanted };
  }
  if (open.state === 'CANCELLING') throw new Refused('label-cancelling', 'it is being given back');
  if (open.address !== address) throw new Refused('label-stale', 'it leads to another address');
  if (open.carrier !== carrier || open.service !== service) throw new Refused('label-open', 'there is another one');
  return { labelId: open.id, bought: open.state === 'BOUGHT', wanted: { ...wanted, grams: open.grams } };
}

type Bought = { labelId: string; ref: string; tracking: string; printed: string };

/** Writes down the label that a carrier gave, once. False where it was given back meanwhile, so that the carrier has to hear of that. */
export async function noteLabel(ctx: Ctx, { labelId, ref, tracking, printed }: Bought): Promise<boolean> {
  const [noted] = await ctx.db.label.updateManyAndReturn({
    where: { id: labelId, state: 'ASKED' },
    data: { state: 'BOUGHT', ref, tracking, printed, boughtAt: ctx.now },
    select: { orderId: true, carrier: true },
  });
  if (noted) {
    const detail = { carrier: noted.carrier, tracking };
    await audit(ctx, { act: 'order.label', subject: ['order', noted.orderId], detail });
    return true;
  }
  return (await ctx.db.label.count({ where: { id: labelId, state: { in: ['BOUGHT', 'USED'] } } })) === 1;
}

/** Writes down that a carrier will not give a label; another may be asked for. */
export async function refuseLabel(ctx: Ctx, { labelId }: { labelId: string }): Promise<void> {
  await ctx.db.label.updateMany({
    where: { id: labelId, state: 'ASKED' },
    data: { state: 'REFUSED', endedAt: ctx.now },
  });
}
