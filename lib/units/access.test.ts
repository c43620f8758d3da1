import { describe } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { makeOrder } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('units');

describe('what staff do', () => {
  isForStaff('shipOrder', async (actor) => {
    const { number } = (await makeOrder()).placed;
    await db.order.update({ where: { number }, data: { state: 'PAID', paidAt: clock() } });
    await shipOrder(actor, { number, carrier: 'DHL', tracking: 'T9', serials: [] });
  });
});
