import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { mostNotes } from '../limits';
import { canReadOrders } from '../policy';
import type { NoteOrder, RemoveNote } from '../schema';
import { lockOrder } from '../sql';

/** Writes something down about an order for the other staff; its buyer never reads it. What is sent twice is there once. Refuses notes-full (most). */
export async function noteOrder(ctx: Ctx, { number, text, once }: NoteOrder): Promise<void> {
  const { db, now } = ctx;
  const byId = writer(ctx);
  const orderId = found(await lockOrder(db, number));
  if ((await db.orderNote.count({ where: { orderId } })) >= mostNotes)
    throw new Refused('notes-full', 'No room', { values: { most: mostNotes } });
  const { count } = await db.orderNote.createMany({
    data: [{ id: once ?? uuid7(now), orderId, byId, text, at: now }],
    skipDuplicates: true,
  });
  if (count === 1) await audit(ctx, { act: 'order.note', subject: ['order', orderId], detail: { number } });
}

/** Takes back a note of one's own. */
export async function removeNote(ctx: Ctx, { noteId }: RemoveNote): Promise<void> {
  const { db } = ctx;
  const where = { id: noteId, byId: writer(ctx) };
  const note = found(
    await db.orderNote.findFirst({ where, select: { order: { select: { id: true, number: true } } } }),
  );
  await db.orderNote.deleteMany({ where });
  const { id, number } = note.order;
  await audit(ctx, { act: 'order.removeNote', subject: ['order', id], detail: { number } });
}

function writer({ actor }: Ctx): string {
  allow(canReadOrders(actor), 'not-found');
  return found(memberId(actor));
}
