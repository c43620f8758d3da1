/** Random schedules of giving, spending, lapsing, paying, refunding and redeeming: each balance stays the sum of its entries and at least nothing, and the books agree. */
import { randomUUID } from 'node:crypto';

import { expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { adjustCredit, redeemCard } from '@/lib/credit/commands';
import { writeAndProve } from '@/lib/flows/accounting/prove-books';
import { withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeShop } from '@/tests/support/cart-factories';
import { entriesOf, giveMember, makeCard, orderWithCredit } from '@/tests/support/credit-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

// A generator of numbers below one that a seed gives again (mulberry32).
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type World = {
  piece: string;
  buyer: SignedIn;
  staff: SignedIn;
  account: string;
  cards: Awaited<ReturnType<typeof makeCard>>[];
  orders: Awaited<ReturnType<typeof orderWithCredit>>[];
};

const dollars = (random: () => number) => (1 + random() * 200).toFixed(2);
const pick = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

const steps: ((world: World, random: () => number) => Promise<unknown>)[] = [
  ({ buyer, staff }, random) => giveMember(buyer, dollars(random), staff),
  async ({ cards }, random) => void cards.push(await makeCard(dollars(random))),
  async ({ piece, buyer, cards, orders }, random) => {
    const card = random() < 0.5 ? pick(random, cards) : undefined;
    orders.push(await orderWithCredit(piece, { buyer, cardId: card?.accountId }));
  },
  async ({ orders }, random) => {
    const one = pick(random, orders);
    if (one?.card.sessionId && one.card.amountMinor > 0) await payDemo(one.card.sessionId, 'success');
  },
  async ({ orders, buyer }, random) => {
    const one = pick(random, orders);
    return one && withdrawOrder(buyer, { number: one.number });
  },
  async ({ orders, staff }, random) => {
    const one = pick(random, orders);
    const amount = random() < 0.6 ? dollars(random) : undefined;
    return one && refundOrder(staff, { number: one.number, reason: 'By chance', amount, toCredit: random() < 0.4 });
  },
  ({ buyer, cards }, random) => transact(redeemCard)(buyer, { code: pick(random, cards)?.code ?? '' }),
  ({ staff, account }, random) =>
    transact(adjustCredit)(staff, {
      accountId: account,
      way: random() < 0.5 ? 'in' : 'out',
      amount: dollars(random),
      reason: 'By chance',
      once: randomUUID(),
    }),
];

it.each([1, 2])('schedule %i keeps entries, balances and books together', async (seed) => {
  const random = randomOf(seed);
  const [piece, [buyer], staff] = [(await makeShop(500)).variantIds[0]!, await makeFans(1), await makeOperator()];
  const account = await giveMember(buyer!, '300.00', staff);
  const world: World = { piece, buyer: buyer!, staff, account, cards: [await makeCard('80.00')], orders: [] };
  for (let step = 0; step < 30; step += 1) {
    // Two at once, each refused or not for itself; their jobs run now or with those of a later step.
    await Promise.all([1, 2].map(() => refusal(pick(random, steps)!(world, random))));
    if (random() < 0.5) await runJobs();
  }
  await runJobs();
  const accounts = await db.creditAccount.findMany({
    where: { id: { in: [account, ...world.cards.map((each) => each.accountId)] } },
  });
  for (const { id, balanceMinor } of accounts)
    expect([balanceMinor >= 0, balanceMinor]).toEqual([true, await entriesOf(id)]);
  expect(await db.creditEntry.count({ where: { order: { memberId: buyer!.id } } })).toBeGreaterThan(5);
  expect(await writeAndProve(after(clock(), 6 * minute))).toEqual([]);
});
