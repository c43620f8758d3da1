import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { sha256, uuid7 } from '@/lib/core/ids';

import { mostNotes } from '../limits';
import { canReadOrders } from '../policy';
import type { NoteOrder, RemoveNote } from '../schema';
import { lockOrder } from '../sql';

/**
 * Writes something down about an order for the other staff; its buyer never reads it. What is sent twice is there once, and what was changed before it was
 * sent again is a note of its own. Refuses notes-full (most).
 */
export async function noteOrder(ctx: Ctx, { number, text, once }: NoteOrder): Promise<void> {
  const { db, now } = ctx;
  const byId = writer(ctx);
  const orderId = found(await lockOrder(db, number));
  if ((await db.orderNote.count({ where: { orderId } })) >= mostNotes)
    throw new Refused('notes-full', 'No room', { values: { most: mostNotes } });
  const note = { orderId, byId, text };
  const id = once === undefined ? uuid7(now) : await idOf(ctx, once, note);
  const { count } = await db.orderNote.createMany({ data: [{ id, ...note, at: now }], skipDuplicates: true });
  if (count === 1) await audit(ctx, { act: 'order.note', subject: ['order', orderId], detail: { number } });
}

// The form's own id, or one that follows from it and what is said where that was used to say something else.
async function idOf({ db }: Ctx, once: string, note: { orderId: string; byId: string; text: string }): Promise<string> {
  const used = await db.orderNote.findUnique({
    where: { id: once },
    select: { orderId: true, byId: true, text: true },
  });
  if (!used || (used.orderId === note.orderId && used.byId === note.byId && used.text === note.text)) return once;
  const digest = sha256([once, note.orderId, note.byId, note.text].join('\n'));
  // Version 8 of RFC 9562, which is for ids of one's own making.
  return digest.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-8$3-a$4-');
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
