import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { paidOrder } from '@/tests/support/refunds';
import { refusal } from '@/tests/support/refusal';

import { noteOrder, removeNote } from './commands';
import { mostNotes } from './limits';
import { removeNoteSchema } from './schema';
import { getStaffOrder } from './staff-queries';

describe('notes of an order', () => {
  it('are read by staff, the newest first, once however often the form is sent, and taken back by their writer', async () => {
    const { number } = (await paidOrder()).placed;
    const [one, other] = [await makeOperator(), await makeOperator()];
    const note = { number, text: 'Wants it by Friday', once: randomUUID() };
    await Promise.all(Array.from({ length: 4 }, () => transact(noteOrder)(one, note)));
    await transact(noteOrder)(other, { number, text: 'Called back', once: undefined });
    const notes = async () => (await getStaffOrder(reading(one), { number }))!.notes;
    expect((await notes()).map(({ text, byId }) => [text, byId])).toEqual([
      ['Called back', other.id],
      ['Wants it by Friday', one.id],
    ]);
    expect(await refusal(transact(removeNote)(other, { noteId: note.once }))).toBe('not-found');
    await transact(removeNote)(one, { noteId: note.once });
    expect((await notes()).map(({ text }) => text)).toEqual(['Called back']);
    expect(
      await db.auditEntry.count({ where: { act: { in: ['order.note', 'order.removeNote'] }, actorId: one.id } }),
    ).toBe(2);
    const [fan] = await makeFans(1);
    expect(await refusal(transact(noteOrder)(fan!, { number, text: 'x', once: undefined }))).toBe('not-found');
  });

  it('keep what was changed after an answer was lost, and what is said of another order', async () => {
    const [{ number }, { number: other }] = [(await paidOrder()).placed, (await paidOrder()).placed];
    const one = await makeOperator();
    const once = randomUUID();
    for (const [of, text] of [
      [number, 'Gate 4'],
      [number, 'Gate 5'],
      [number, 'Gate 5'],
      [other, 'Gate 4'],
    ] as const)
      await transact(noteOrder)(one, { number: of, text, once });
    const texts = async (of: string) =>
      (await getStaffOrder(reading(one), { number: of }))!.notes.map(({ text }) => text).toSorted();
    expect([await texts(number), await texts(other)]).toEqual([['Gate 4', 'Gate 5'], ['Gate 4']]);
    const { id: noteId } = await db.orderNote.findFirstOrThrow({ where: { byId: one.id, text: 'Gate 5' } });
    await transact(removeNote)(one, removeNoteSchema.parse({ noteId }));
    expect(await texts(number)).toEqual(['Gate 4']);
  });

  it('end where there is no room', async () => {
    const { number } = (await paidOrder()).placed;
    const { id: orderId } = await db.order.findUniqueOrThrow({ where: { number }, select: { id: true } });
    const one = await makeOperator();
    const at = new Date();
    await db.orderNote.createMany({
      data: Array.from({ length: mostNotes }, () => ({ orderId, byId: one.id, text: 'x', at })),
    });
    expect(await refusal(transact(noteOrder)(one, { number, text: 'x', once: undefined }))).toBe('notes-full');
  });
});
