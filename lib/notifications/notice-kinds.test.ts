import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { notices } from '@/lib/domains-notices';
import { makeMember } from '@/tests/support/factories';

const sql = readFileSync('prisma/migrations/20261128192700_notice_kinds/migration.sql', 'utf8');
const renamed = [...sql.matchAll(/\('([\w.-]+)', '([\w.]+)'\)/g)].map(([, from, to]) => [from!, to!] as const);

it('what was written under an old kind has the new one, and its mail the key that keeps it from being sent again', async () => {
  const { id: memberId } = await makeMember();
  const letter = { memberId, to: 'a@b.c', locale: 'en', subject: '', text: '', html: '', createdAt: clock() };
  const eventId = randomUUID();
  for (const [kind] of renamed) {
    await db.notification.create({ data: { memberId, kind, data: {}, path: '/', eventId, createdAt: clock() } });
    await db.mail.create({ data: { ...letter, kind, key: `${eventId}:${memberId}:${kind}` } });
  }
  await db.mail.create({ data: { ...letter, kind: 'confirmEmail', key: 'code:1' } });
  // A member is suspended once an event, until a day or without end: two old kinds that never met.
  await db.notification.deleteMany({ where: { kind: 'suspendedOpen' } });
  await db.mail.deleteMany({ where: { kind: 'suspendedOpen' } });
  await pool.query(sql);
  const kinds = [...new Set(renamed.map(([, kind]) => kind))].toSorted();
  expect(kinds.filter((kind) => !notices.has(kind))).toEqual([]);
  const sent = await db.notification.findMany({ select: { kind: true } });
  expect(sent.map(({ kind }) => kind).toSorted()).toEqual(kinds);
  const mails = await db.mail.findMany({ select: { kind: true, key: true } });
  expect(mails).toContainEqual({ kind: 'signUp.requested', key: 'code:1' });
  const keys = mails.filter(({ key }) => key !== 'code:1').map(({ key }) => key);
  expect(keys.toSorted()).toEqual(kinds.map((kind) => `${eventId}:${memberId}:${kind}`));
});
