/** Orders of carts and their payments, as what is asked for in batches. */
import { randomUUID } from 'node:crypto';

import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { settleBatched } from '@/lib/flows/orders/settle-batched';
import type { PlaceCartOrder } from '@/lib/orders/schema';

import type { Kind } from './batch-kinds';
import { cartOrderFor, makeCartOrder, makeShop, put } from './cart-factories';
import { makeFans } from './drop-factories';

type Wish = { buyer: SignedIn; input: PlaceCartOrder };

const badText = ['a\u0000b', 'a\ud800', '\u0000'];

async function wishes(count: number): Promise<Wish[]> {
  const { variantIds } = await makeShop(count, count);
  return Promise.all(
    (await makeFans(count)).map(async (buyer) => {
      for (const variant of variantIds) await put(buyer, variant, 1);
      return { buyer, input: await cartOrderFor(buyer) };
    }),
  );
}

const inInput = (field: keyof PlaceCartOrder, values: readonly unknown[]) =>
  values.map((value) => (key: Wish): Wish => ({ ...key, input: { ...key.input, [field]: value } }));

const cartOrders: Kind<Wish> = {
  make: wishes,
  ask: ({ buyer, input }) => placeCartOrder(buyer, input),
  spoilt: [
    ...(['name', 'line1', 'city', 'phone', 'locale'] as const).flatMap((field) => inInput(field, badText)),
    ...inInput('cartId', ['no id', '', '\u0000', randomUUID()]),
    ...inInput('version', [7, 1.5, Number.NaN]),
    ...inInput('country', ['QQ']),
  ],
  isGood: (answer) => Boolean((answer as { payUrl?: string } | null)?.payUrl),
};

type News = Parameters<typeof settleBatched>[0] & { told: NonNullable<Parameters<typeof settleBatched>[2]> };

const cartPayments: Kind<News> = {
  make: async (count) => {
    const { variantIds } = await makeShop(count);
    const orders = await Promise.all(Array.from({ length: count }, () => makeCartOrder([[variantIds[0]!, 1]])));
    return Promise.all(
      orders.map(async ({ orderId, sessionId: id }) => {
        const payment = await db.payment.findFirstOrThrow({ where: { orderId } });
        const { id: paymentId, amountMinor, currency } = payment;
        const session = { id, paymentId, amountMinor, currency, paymentRef: `dp_${paymentId}`, fingerprint: paymentId };
        const told = { eventId: `de_${paymentId}`, type: 'session.paid', receivedAt: clock() };
        return { provider: 'demo', status: 'paid' as const, session, told };
      }),
    );
  },
  ask: ({ told, ...news }) => settleBatched(news, {}, told),
  spoilt: [
    ...(['id', 'paymentRef', 'currency'] as const).flatMap((field) =>
      badText.map((value) => (key: News): News => ({ ...key, session: { ...key.session!, [field]: value } })),
    ),
    ...[1e12, 1.5].map((amountMinor) => (key: News): News => ({ ...key, session: { ...key.session!, amountMinor } })),
    ...badText.map((type) => (key: News): News => ({ ...key, told: { ...key.told, type } })),
  ],
  isGood: (answer) => answer === 'paid',
};

export const cartKinds: Record<string, Kind<never>> = {
  'orders of carts': cartOrders,
  'payments of carts': cartPayments,
} as never;
