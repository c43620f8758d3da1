import { beforeAll, describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { readStaffInvoice } from '@/lib/flows/invoices/read-invoice';
import { openOrder } from '@/lib/orders/commands';
import { numberOf, paidOrder } from '@/tests/support/refunds';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('invoices');

let number: string;
let id: string;

beforeAll(async () => {
  const ordered = await paidOrder();
  number = numberOf(ordered).number;
  id = (await db.invoice.findFirstOrThrow({ where: { order: { number } }, select: { id: true } })).id;
});

describe('what staff do', () => {
  isForStaff('readStaffInvoice', async (actor) => {
    await transact(openOrder)(actor, { number, reason: 'Because' });
    await readStaffInvoice(actor, { number, id });
  });
});
