import { answer, type Endpoint } from '@/lib/core/endpoint';
import { fieldProblems } from '@/lib/core/field-problems';
import { onThisHost } from '@/lib/core/own-address';
import { inLocale } from '@/lib/core/paths';
import { cartTokenIn } from '@/lib/cart/token';
import { guestOrderCookieHeader } from '@/lib/orders/guest-cookie';
import { placeCartOrderSchema } from '@/lib/orders/schema';
import { paths } from '@/lib/paths';

import { placeCartOrder } from './place-cart-order';

/**
 * `POST /api/cart/order` {cartId, version, name, line1, …}: orders the cart of whoever asks; answers where to go on, which is the payment page or the page of
 * an order that nothing is to be paid for, and gives a guest the cookie that opens their order.
 */
export const cartOrderEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/cart/order',
  admits: 'anyone',
  answer: async ({ actor, body, header, ip }) => {
    const input = placeCartOrderSchema.safeParse(await body());
    if (!input.success) return answer(400, { error: 'invalid', fields: fieldProblems(input.error) });
    const browser = { token: cartTokenIn(header?.('cookie')), network: ip };
    const { number, payUrl, key } = await placeCartOrder(await actor(), input.data, { browser });
    const page = inLocale(input.data.locale, paths.askedOrder(key === null ? { number } : { key }));
    const next = payUrl ? onThisHost(payUrl) : page;
    return answer(201, { next }, key === null ? undefined : { 'set-cookie': guestOrderCookieHeader(key) });
  },
};
