import { describe } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { countReturnedGoods } from '@/lib/flows/returns/count-return';
import { settleReturn } from '@/lib/flows/returns/settle-return';
import { readableCode } from '@/lib/core/ids';
import { makeOrder } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';

import { countReturnInput, settleReturnInput, type ReturnState } from './schema';

const { isForStaff } = tryAccess('returns');

/** A return without goods, as it stands. */
async function makeReturn(state: ReturnState): Promise<string> {
  const { buyer, placed } = await makeOrder();
  const { id: orderId } = await db.order.findUniqueOrThrow({ where: { number: placed.number } });
  const at = { createdAt: clock(), changedAt: clock() };
  const data = { number: readableCode(8), orderId, memberId: buyer.id, wish: 'FAULTY' as const, state, ...at };
  return (await db.return.create({ data, select: { id: true } })).id;
}

describe('what staff do', () => {
  isForStaff('countReturnedGoods', async (actor) =>
    countReturnedGoods(actor, countReturnInput.parse({ returnId: await makeReturn('APPROVED') })),
  );
  isForStaff('settleReturn', async (actor) =>
    settleReturn(actor, settleReturnInput.parse({ returnId: await makeReturn('COUNTED'), deductReason: '' })),
  );
});
