/** What happened to parcels before they had lines, and waits for its reactions still, goes on after the upgrade. */
import { expect, it } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { byHand, readMigrations } from '@/scripts/lib/migrations';
import { delivered } from '@/tests/support/return-factories';

it('an event that names no parcel names the first of its order', async () => {
  const { orderId } = await delivered();
  const [event] = await db.event.findMany({
    where: { name: 'order.shipped', payload: { path: ['orderId'], equals: orderId } },
  });
  await pool.query('UPDATE "Event" SET "payload" = $2 WHERE "id" = $1', [event!.id, JSON.stringify({ orderId })]);
  await db.reaction.deleteMany({ where: { eventId: event!.id } });
  await expect(react(event!.id)).rejects.toThrow();
  const { sql } = readMigrations().find(({ name }) => name.endsWith('_returns_sent_back'))!;
  await pool.query(byHand(sql));
  await react(event!.id);
  expect((await db.event.findUniqueOrThrow({ where: { id: event!.id } })).payload).toEqual(event!.payload);
});
