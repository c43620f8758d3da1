import { may, type Actor } from '@/lib/core/actor';
import { hasActed } from '@/lib/core/audit';
import { db } from '@/lib/core/db';
import { allow, found, Refused } from '@/lib/core/errors';
import { after, clock, hour } from '@/lib/core/time';
import { getInvoice, type InvoiceView } from '@/lib/invoices/queries';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { findOrder, findOwn } from '@/lib/orders/queries';

/** An invoice of an order for its buyer. Refuses with not-found for everybody else. */
export async function readOwnInvoice(actor: Actor, asked: AskedOrder, id: string): Promise<InvoiceView> {
  const order = found(await findOwn({ db, actor }, asked));
  return found(await getInvoice({ db }, { id, orderId: order.id }));
}

/**
 * The same for staff, who have opened the order with a reason within the hour: an invoice says where its buyer lives. Refuses with not-found, and with
 * order-not-opened.
 */
export async function readStaffInvoice(
  actor: Actor,
  { number, id }: { number: string; id: string },
  now = clock(),
): Promise<InvoiceView> {
  allow(may(actor, 'orders.read'), 'not-found');
  const order = found(await findOrder({ db }, { number }));
  const opened = { act: 'order.read', subject: ['order', order.id] as [string, string], since: after(now, -hour) };
  if (!(await hasActed({ db, actor }, opened))) throw new Refused('order-not-opened', 'Its address was not opened');
  return found(await getInvoice({ db }, { id, orderId: order.id }));
}
