import type { Reading } from '@/lib/core/context';
import { readTerms } from '@/lib/core/market';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { givePlaces } from './feed';

const settled = ['PAID', 'REFUNDED', 'REVIEW'] as const;
const money = {
  ...{ id: true, place: true, market: true, currency: true, shipCountry: true, terms: true, paidAt: true },
  ...{ shippingMinor: true, taxMinor: true, totalMinor: true },
  lines: { select: { netMinor: true } },
  payments: {
    where: { state: { in: [...settled] } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, provider: true, amountMinor: true, currency: true, cameMinor: true, cameCurrency: true },
      ...{ surplusAt: true, settledAt: true, createdAt: true },
      disputes: {
        orderBy: [{ openedAt: 'asc' }, { ref: 'asc' }],
        select: { ref: true, state: true, openedAt: true, closedAt: true, amountMinor: true },
      },
    },
  },
  refunds: {
    where: { state: { in: ['DONE', 'FAILED'] } },
    orderBy: [{ doneAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      paymentId: true,
      amountMinor: true,
      state: true,
      toCredit: true,
      doneAt: true,
      createdAt: true,
    },
  },
} satisfies Prisma.OrderSelect;

type Rows = { where: Prisma.OrderWhereInput; take: number };
const readRows = ({ db }: Pick<Reading, 'db'>, asked: Rows) =>
  db.order.findMany({ ...asked, orderBy: { place: 'asc' }, select: money });

/** An order as it is stored, as far as its money goes; `moneyOf` reads it. */
export type MoneyRow = Awaited<ReturnType<typeof readRows>>[number];

/** Orders behind a place of the changes, by their places; what of their money is to be booked is read under the lock of the books. */
export const listChanged = ({ db }: Pick<Reading, 'db'>, { after, limit }: { after: bigint; limit: number }) =>
  db.order.findMany({
    where: { place: { gt: after } },
    take: limit,
    orderBy: { place: 'asc' },
    select: { id: true, place: true },
  });

/** Some orders as far as their money goes. */
export const listMoney = (read: Pick<Reading, 'db'>, ids: readonly string[]) =>
  readRows(read, { where: { id: { in: [...ids] } }, take: ids.length });

/** Gives places to all that changed until now. */
export async function placeChanges({ db }: Pick<Reading, 'db'>): Promise<void> {
  while ((await givePlaces(db)).left);
}

/** What came for an order, what went back, and what a bank took back meanwhile; refunds that are decided alone. */
export function moneyOf({ lines, payments, refunds, shipCountry: country, terms, place: _, ...order }: MoneyRow) {
  return {
    ...{ ...order, country, taxPpm: readTerms(terms).tax.ppm },
    goodsMinor: lines.reduce((sum, { netMinor }) => sum + netMinor, 0),
    came: payments.map(({ id, provider, amountMinor, currency, cameMinor, cameCurrency, ...at }) => ({
      ...{ id, provider, amountMinor: cameMinor ?? amountMinor, currency: cameCurrency ?? currency },
      ...{ surplus: at.surplusAt !== null, at: at.settledAt ?? at.createdAt },
    })),
    back: refunds.map(({ doneAt, createdAt, state, ...refund }) => ({
      ...{ ...refund, state: state === 'DONE' ? ('DONE' as const) : ('FAILED' as const), at: doneAt ?? createdAt },
    })),
    disputed: payments.flatMap(({ id: paymentId, amountMinor, cameMinor, disputes }) =>
      disputes.map((dispute) => ({
        ...{ ...dispute, paymentId, amountMinor: dispute.amountMinor ?? cameMinor ?? amountMinor },
      })),
    ),
  };
}
