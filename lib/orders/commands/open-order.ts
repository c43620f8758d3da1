import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { mailAddress } from '@/lib/members/published';

import { addressLines, type AddressLine } from '../address-lines';
import { companyFields, type OrderCompany } from '../company';
import { canReadOrders, canShip } from '../policy';
import type { Address } from '../schema';
import { shipAddress } from '../ship-address';

/** `lines` are those of the label, in the order of the country that it goes to. */
export type OpenedOrder = {
  email: string;
  phone: string;
  lines: AddressLine[];
  country: string;
  /** The company that its invoice is for. */
  company: OrderCompany | null;
  /** The parts of the address, where the actor may still correct it. */
  parts: Omit<Address, 'country'> | null;
};

/** Shows staff an order's address and contact, and keeps who looked and why. */
export async function openOrder(
  ctx: Ctx,
  { number, reason }: { number: string; reason: string },
): Promise<OpenedOrder> {
  allow(canReadOrders(ctx.actor), 'not-found');
  const order = found(
    await ctx.db.order.findUnique({
      where: { number },
      select: {
        id: true,
        state: true,
        guestEmail: true,
        ...shipAddress,
        ...companyFields,
        member: { select: mailAddress },
      },
    }),
  );
  await audit(ctx, { act: 'order.read', subject: ['order', order.id], reason, detail: { number } });
  return {
    email: order.guestEmail ?? order.member.email ?? '',
    phone: order.shipPhone,
    company: order.company,
    lines: addressLines(order),
    country: order.shipCountry,
    parts: canShip(ctx.actor) && order.state === 'PAID' ? partsOf(order) : null,
  };
}

type Sent = Record<
  'shipName' | 'shipLine1' | 'shipLine2' | 'shipCity' | 'shipRegion' | 'shipPostcode' | 'shipPhone',
  string
>;

const partsOf = (order: Sent): Omit<Address, 'country'> => ({
  name: order.shipName,
  line1: order.shipLine1,
  line2: order.shipLine2,
  city: order.shipCity,
  region: order.shipRegion,
  postcode: order.shipPostcode,
  phone: order.shipPhone,
});
