import { memberId } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { clock } from '@/lib/core/time';

import { changeCart } from '../commands/change-cart';
import { guestToken } from '../guest-token';
import { cartBodySchema } from '../schema';
import { cartCookieHeader, cartTokenIn } from '../token';

/** `POST /api/cart` {variantId, quantity, add}: changes the cart of whoever asks; answers how many pieces it has, and gives a guest the cookie of it. */
export const cartEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/cart',
  admits: 'anyone',
  answer: async ({ actor, body, header, ip }) => {
    const input = cartBodySchema.safeParse(await body());
    if (!input.success) return answer(400, { error: 'invalid' });
    const [who, now] = [await actor(), clock()];
    const known = cartTokenIn(header?.('cookie'));
    const token = memberId(who) ? known : await guestToken(db, { known, network: ip, now });
    const units = await changeCart({ db, now, actor: who }, { ...input.data, token });
    return answer(200, { units }, token && !memberId(who) ? { 'set-cookie': cartCookieHeader(token) } : undefined);
  },
};
