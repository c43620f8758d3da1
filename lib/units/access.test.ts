import { describe } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { noteUnitEvent } from '@/lib/flows/units/note-unit';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeOrder } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';
import { word } from '@/tests/support/word';

const { isForStaff } = tryAccess('units');

describe('what staff do', () => {
  isForStaff('shipOrder', async (actor) => {
    const { number } = (await makeOrder()).placed;
    await db.order.update({ where: { number }, data: { state: 'PAID', paidAt: clock() } });
    await shipOrder(actor, { number, carrier: 'DHL', tracking: 'T9', serials: [] });
  });
  isForStaff('noteUnitEvent', async (actor) => {
    const { productId, variantIds } = await makeDrop();
    const unit = {
      productId,
      variantId: variantIds[0]!,
      serial: `SN${word().toUpperCase()}`,
      state: 'RECEIVED',
    } as const;
    const { id } = await db.unit.create({ data: { ...unit, seq: 1, createdAt: clock() }, select: { id: true } });
    await noteUnitEvent(actor, { unitId: id, kind: 'LOST', note: '', shown: 1 });
  });
});
