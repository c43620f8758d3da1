import type { Reading } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import type { Claim, Order } from '@/lib/core/prisma-client/client';
import { allow, found } from '@/lib/core/errors';
import { withAmounts, type InNumbers } from '@/lib/core/money';
import type { Raw } from '@/lib/core/raw';
import { asCrockford } from '@/lib/core/typed';
import { numberedInvoices } from '@/lib/invoices/published';
import { claimState, dropName } from '@/lib/drops/published';
import { soldBy } from '@/lib/markets/published';
import { registeredUnit } from '@/lib/ownership/published';
import { soldVariant } from '@/lib/catalog/published';

import { companyColumn, companyFields, type OrderCompany } from './company';
import { askedOrder, type AskedOrder } from './asked-order';
import { parcelEvents, parcelLines } from './fill-parcel';
import { givenDiscounts } from './given-discounts';
import { isLive, liveOrder } from './scopes';
import { shipAddress } from './ship-address';

const bill = {
  currency: true,
  subtotalMinor: true,
  shippingMinor: true,
  taxMinor: true,
  totalMinor: true,
  creditMinor: true,
} as const;
const lines = {
  orderBy: { position: 'asc' },
  select: {
    ...{ id: true, variantId: true, title: true, quantity: true, priceMinor: true },
    variant: { select: soldVariant },
  },
} as const;

/** One order as its buyer sees it; null to everybody else. */
export async function getOwnOrder({ db, actor }: Reading, asked: AskedOrder) {
  const where = askedOrder(actor, asked);
  if (!where) return null;
  return db.order.findUnique({
    where,
    select: {
      id: true,
      number: true,
      guestEmail: true,
      state: true,
      claimId: true,
      heldUntil: true,
      createdAt: true,
      paidAt: true,
      ...bill,
      terms: true,
      soldIn: { select: soldBy },
      ...shipAddress,
      ...companyFields,
      lines,
      discounts: givenDiscounts,
      claim: { select: claimState },
      drop: { select: dropName },
      steps: { orderBy: [{ at: 'asc' }, { kind: 'asc' }], select: { id: true, kind: true, note: true, at: true } },
      payments: {
        orderBy: { createdAt: 'desc' },
        take: 20,
        select: { id: true, state: true, url: true, provider: true },
      },
      refunds: {
        orderBy: { createdAt: 'asc' },
        select: {
          ...{ id: true, amountMinor: true, reason: true, state: true, doneAt: true, toCredit: true },
          payment: { select: { surplusAt: true, provider: true } },
        },
      },
      shipments: {
        orderBy: { shippedAt: 'desc' },
        select: {
          ...{ id: true, carrier: true, tracking: true, shippedAt: true, deliveredAt: true, lines: parcelLines },
          events: parcelEvents,
        },
      },
      ownerships: { select: registeredUnit },
      invoices: numberedInvoices,
    },
  });
}

export type OwnOrder = NonNullable<Awaited<ReturnType<typeof getOwnOrder>>>;

export const ownOrdersPage = 20;

/** The actor's orders, newest first, twenty at a time. */
export async function listOwnOrders({ db, actor }: Reading, { before }: { before?: { at: Date; id: string } } = {}) {
  const buyer = memberId(actor);
  if (!buyer) return [];
  return db.order.findMany({
    where: {
      memberId: buyer,
      ...(before && { OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, id: { lt: before.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ownOrdersPage + 1,
    select: { id: true, number: true, state: true, createdAt: true, ...bill, lines },
  });
}

export type OwnOrderRow = Awaited<ReturnType<typeof listOwnOrders>>[number];

// What a member has ordered while signed in. Anybody can order as a guest under their address, and say where to.
const orderedSignedIn = (buyer: string) => ({ memberId: buyer, guestEmail: null });

/** Where the actor had their last order sent; an order by a guest under their address says nothing of it. */
export async function getLastAddress({ db, actor }: Reading) {
  const buyer = memberId(actor);
  if (!buyer) return null;
  return db.order.findFirst({ where: orderedSignedIn(buyer), orderBy: { createdAt: 'desc' }, select: shipAddress });
}

/** The country that a member last had something sent to; null where they have ordered nothing while signed in. */
export async function getLastCountry({ db, actor }: Reading): Promise<string | null> {
  const buyer = memberId(actor);
  if (!buyer) return null;
  const last = await db.order.findFirst({
    where: orderedSignedIn(buyer),
    orderBy: { createdAt: 'desc' },
    select: { shipCountry: true },
  });
  return last?.shipCountry ?? null;
}

type LiveOrder = Pick<
  InNumbers<Order>,
  | 'id'
  | 'number'
  | 'state'
  | 'totalMinor'
  | 'creditMinor'
  | 'currency'
  | 'shipName'
  | 'shipLine1'
  | 'shipLine2'
  | 'shipCity'
  | 'shipRegion'
  | 'shipPostcode'
  | 'shipCountry'
  | 'shipPhone'
> & { company: OrderCompany | null };

/** The order that lives on a held unit. */
export async function getLiveOrder({ db }: { db: Raw }, { claimId }: { claimId: string }): Promise<LiveOrder | null> {
  const [order] = await db.$queryRaw<LiveOrder[]>`
    SELECT "id", "number", "state", "totalMinor", "creditMinor", "currency", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone",
      ${companyColumn} AS company
    FROM "Order" o WHERE "claimId" = ${claimId}::uuid AND ${isLive} LIMIT 1`;
  return order ? withAmounts([order])[0]! : null;
}

/** An order of whoever asks, with the claim that it lives on, if any; null where it is none of theirs. */
export async function findOwn({ db, actor }: Pick<Reading, 'db' | 'actor'>, asked: AskedOrder) {
  const where = askedOrder(actor, asked);
  return where && db.order.findUnique({ where, select: { id: true, number: true, claimId: true } });
}

/** The same for who has to have it. Refuses with signed-out a guest who asks by a number, and with not-found. */
export async function requireOwn(read: Pick<Reading, 'db' | 'actor'>, asked: AskedOrder) {
  allow(asked.key !== undefined || memberId(read.actor) !== null, 'signed-out');
  return found(await findOwn(read, asked));
}

/** What binds a unit whose hold has run out: the state of its claim, its order, and payments that may still bring money. */
export async function getBindings({ db }: Reading, { claimId }: { claimId: string }) {
  const [claim] = await db.$queryRaw<Pick<Claim, 'state' | 'heldUntil'>[]>`
    SELECT c."state"::text AS state, c."heldUntil" FROM drops.claim c WHERE c."id" = ${claimId}::uuid`;
  const orders = await db.order.findMany({
    where: { claimId, ...liveOrder },
    select: { id: true, payments: { where: { state: { in: ['STARTING', 'OPEN'] } }, select: { id: true } } },
  });
  return { ...found(claim), orders };
}

/** The orders of a drop that still bind somebody: unpaid ones, and paid ones that were not sent. */
export async function listOrdersToUndo({ db }: Reading, { dropId }: { dropId: string }) {
  return db.order.findMany({
    where: { dropId, state: { in: ['PENDING', 'PAID'] } },
    select: {
      id: true,
      number: true,
      state: true,
      claimId: true,
      payments: { where: { state: { in: ['STARTING', 'OPEN'] } }, select: { id: true } },
    },
  });
}

/** Where the buyer of an order is written to: a guest where they said, a member at the address that they have proved. */
export async function whoIsWritten({ db }: { db: Raw }, { number }: { number: string }) {
  const [row] = await db.$queryRaw<
    { id: string; number: string; memberId: string; email: string | null; isGuests: boolean }[]
  >`
    SELECT o."id", o."number", o."memberId", o."guestEmail" IS NOT NULL AS "isGuests",
      coalesce(o."guestEmail", CASE WHEN m."emailVerifiedAt" IS NOT NULL THEN m."email" END) AS "email"
    FROM "Order" o JOIN members.mailbox m ON m."id" = o."memberId" WHERE o."number" = ${number}`;
  return row ?? null;
}

/** An order by its number, for who may see it. */
export async function findOrder({ db }: Pick<Reading, 'db'>, { number }: { number: string }) {
  return db.order.findUnique({ where: { number: asCrockford(number) }, select: { id: true } });
}
