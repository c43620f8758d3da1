import { isMember } from '@/lib/core/actor';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { placeOrderSchema } from '@/lib/orders/schema';

import { placeOrder } from './place-order';

/** `POST /api/checkout` {claimId, name, line1, …}: orders a held unit; answers its number and where to pay. */
export const checkoutEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/checkout',
  admits: 'members',
  answer: async ({ actor, body }) => {
    const buyer = await actor();
    if (!isMember(buyer)) return answer(401, { error: 'signed-out' });
    const input = placeOrderSchema.safeParse(await body());
    if (!input.success)
      return answer(400, { error: 'invalid', fields: input.error.issues.map(({ path }) => path.join('.')) });
    const { number, payUrl } = await placeOrder(buyer, input.data);
    return answer(payUrl ? 201 : 200, { orderNumber: number, payUrl });
  },
};
