import type { Ctx, Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { codedVariant } from '@/lib/catalog/published';
import { dropName } from '@/lib/drops/published';

import type { ApiOrder } from './api-shapes';
import { canReadOrders } from './policy';
import { shipAddress } from './ship-address';

const sent = {
  ...{ id: true, carrier: true, tracking: true, shippedAt: true, deliveredAt: true },
  lines: { orderBy: { line: { position: 'asc' } }, select: { units: true, line: { select: { variantId: true } } } },
} as const;

const shown = {
  ...{ number: true, state: true, createdAt: true, paidAt: true, currency: true, shipCountry: true },
  ...{ subtotalMinor: true, shippingMinor: true, taxMinor: true, totalMinor: true },
  drop: { select: dropName },
  lines: {
    orderBy: { position: 'asc' },
    select: {
      ...{
        title: true,
        quantity: true,
        priceMinor: true,
        discountMinor: true,
        netMinor: true,
        taxMinor: true,
        variantId: true,
      },
      variant: { select: codedVariant },
    },
  },
  steps: { orderBy: [{ at: 'asc' }, { kind: 'asc' }], take: 200, select: { kind: true, at: true } },
  payments: { select: { state: true, amountMinor: true, currency: true, cameMinor: true, cameCurrency: true } },
  refunds: { select: { state: true, amountMinor: true } },
  shipments: { orderBy: { shippedAt: 'asc' }, select: sent },
} satisfies Prisma.OrderSelect;

/** One order as the API answers it, without its address. Null where there is none, and for who may not read orders. */
export async function readForApi({ db, actor }: Reading, { number }: { number: string }): Promise<ApiOrder | null> {
  if (!canReadOrders(actor)) return null;
  const row = await db.order.findUnique({ where: { number }, select: shown });
  if (!row) return null;
  const { lines, steps, payments, refunds, shipments, createdAt, paidAt, drop, ...order } = row;
  return {
    ...order,
    drop: drop && { slug: drop.slug, title: drop.title },
    createdAt: createdAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
    lines: lines.map(({ variant, ...line }) => ({ ...line, sku: variant.sku, product: variant.product.handle })),
    payments: sumsOf(order.currency, payments, refunds),
    shipments: shipments.map(shipmentOf),
    timeline: steps.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
    address: null,
  };
}

/** Where an order goes; its caller has asked for the permission and writes down that it was read. */
export async function readAddress(
  { db }: Pick<Reading, 'db'>,
  { number }: { number: string },
): Promise<ApiOrder['address']> {
  const row = await db.order.findUnique({ where: { number }, select: shipAddress });
  return (
    row && {
      name: row.shipName,
      line1: row.shipLine1,
      line2: row.shipLine2,
      city: row.shipCity,
      region: row.shipRegion,
      postcode: row.shipPostcode,
      country: row.shipCountry,
      phone: row.shipPhone,
    }
  );
}

/** The last parcel of an order, or the one that is followed by a number. */
export async function lastParcel({ db }: Pick<Ctx, 'db'>, { number, tracking }: { number: string; tracking?: string }) {
  const where = { order: { number }, ...(tracking && { tracking }) };
  return db.shipment.findFirst({ where, orderBy: [{ shippedAt: 'desc' }, { id: 'desc' }], select: sent });
}

type Sent = {
  id: string;
  carrier: string;
  tracking: string;
  shippedAt: Date;
  deliveredAt: Date | null;
  lines: { units: number; line: { variantId: string } }[];
};

/** A parcel as the API answers it. */
export const shipmentOf = ({ shippedAt, deliveredAt, lines, ...sent }: Sent) => ({
  ...sent,
  lines: lines.map(({ units, line }) => ({ variantId: line.variantId, quantity: units })),
  shippedAt: shippedAt.toISOString(),
  deliveredAt: deliveredAt?.toISOString() ?? null,
});

type Payment = {
  state: string;
  amountMinor: number;
  currency: string;
  cameMinor: number | null;
  cameCurrency: string | null;
};

// Money that came in another currency than the order's is for staff to look at, and in no sum.
function sumsOf(currency: string, payments: Payment[], refunds: { state: string; amountMinor: number }[]) {
  const came = payments.filter(
    (each) => ['PAID', 'REFUNDED', 'REVIEW'].includes(each.state) && (each.cameCurrency ?? each.currency) === currency,
  );
  const gone = (state: string) => sum(refunds.filter((each) => each.state === state).map((each) => each.amountMinor));
  return {
    currency,
    paidMinor: sum(came.map(({ cameMinor, amountMinor }) => cameMinor ?? amountMinor)),
    refundedMinor: gone('DONE'),
    refundingMinor: gone('PENDING'),
  };
}

const sum = (amounts: number[]): number => amounts.reduce((total, each) => total + each, 0);
