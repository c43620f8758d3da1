import { randomUUID } from 'node:crypto';

import type { Actor, SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { issueCredit } from '@/lib/credit/commands';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';

import { cartOrderFor, put } from './cart-factories';
import { makeFans, makeOperator } from './drop-factories';

const given = { currency: 'USD', reason: 'An apology', handle: '' } as const;

/** Gives a member credit, in dollars. */
export async function giveMember(member: SignedIn, amount: string, by?: Actor): Promise<string> {
  const input = { ...given, to: 'member', handle: member.handle, amount, once: randomUUID() } as const;
  return (await transact(issueCredit)(by ?? (await makeOperator()), input)).accountId;
}

/** A gift card of so many dollars, with its code. */
export async function makeCard(amount: string, expiresAt?: Date): Promise<{ accountId: string; code: string }> {
  const input = { ...given, to: 'card', amount, expiresAt, once: randomUUID() } as const;
  const { accountId, code } = await transact(issueCredit)(await makeOperator(), input);
  return { accountId, code: code! };
}

export const balanceOf = async (accountId: string): Promise<number> =>
  (await db.creditAccount.findUniqueOrThrow({ where: { id: accountId } })).balanceMinor;

/** What the entries of a balance come to. */
export const entriesOf = async (accountId: string): Promise<number> =>
  Number((await db.creditEntry.aggregate({ where: { accountId }, _sum: { amountMinor: true } }))._sum.amountMinor ?? 0);

/** Orders a piece of a variant with credit, and a card where one is named; answers the order as it is stored. */
export async function orderWithCredit(
  variantId: string,
  { buyer, cardId, pieces = 1 }: { buyer?: SignedIn; cardId?: string; pieces?: number } = {},
) {
  const by = buyer ?? (await makeFans(1))[0]!;
  await put(by, variantId, pieces);
  if (cardId) await db.cart.update({ where: { memberId: by.id }, data: { cardId } });
  const placed = await placeCartOrder(by, await cartOrderFor(by, { useCredit: true }));
  return { buyer: by, placed, ...(await readOrder(placed.number)) };
}

/** An order with its payments. */
export async function readOrder(number: string) {
  const order = await db.order.findUniqueOrThrow({
    where: { number },
    include: { payments: { orderBy: { id: 'asc' } }, refunds: true },
  });
  const card = order.payments.find(({ provider }) => provider !== 'credit')!;
  return {
    number,
    orderId: order.id,
    order,
    card,
    credits: order.payments.filter(({ provider }) => provider === 'credit'),
  };
}
