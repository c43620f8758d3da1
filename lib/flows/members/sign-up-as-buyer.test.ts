/** Whoever signs up in the moment in which a guest orders under their address has the order and the account. */
import { expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { db, pool } from '@/lib/core/db';
import { buyerOf } from '@/lib/members/commands';
import { clock } from '@/lib/core/time';
import { untilWaiting } from '@/tests/support/database';
import { codeFor } from '@/tests/support/mailed-code';
import { word } from '@/tests/support/word';

import { confirm, signUp } from './sign-up';

it('a customer that a guest’s order makes while its owner confirms the address becomes their account', async () => {
  const email = `${word()}@guest.example`;
  const asked = { email, handle: word(), name: 'Ann', password: 'wooden spoon rain', locale: 'en' as const };
  const { codeId } = await signUp({ ...guest, ip: word() }, asked);
  const code = await codeFor(email);
  const confirmed = { done: Promise.resolve(undefined as unknown) };
  const buyer = await db.$transaction(async (tx) => {
    const id = await buyerOf({ db: tx, now: clock() }, { email, name: 'Ann Smith', locale: 'en' });
    confirmed.done = confirm({ ...guest, ip: word() }, { codeId, code });
    confirmed.done.catch(() => undefined);
    await untilWaiting(1);
    return id;
  });
  await confirmed.done;
  const member = await db.member.findUniqueOrThrow({ where: { email } });
  expect(member).toMatchObject({ id: buyer, handle: asked.handle, name: 'Ann' });
  expect(member.emailVerifiedAt).not.toBeNull();
  expect((await pool.query('SELECT 1 FROM "Member" WHERE "email" = $1', [email])).rowCount).toBe(1);
});
