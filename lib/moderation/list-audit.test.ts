import { describe, expect, it } from 'vitest';

import { audit } from '@/lib/core/audit';
import { inTransaction, reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { readList } from '@/lib/core/list';
import { slowPlans } from '@/tests/support/list-plans';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';

import { auditList } from './list';
import { findAuditActor, listAudit } from './list-audit';

it('names what was acted upon in both languages', async () => {
  const [actor, drop] = [await makeMember(), await makeDrop()];
  await db.drop.update({ where: { id: drop.id }, data: { title: 'Second wave', titleZh: '第二批' } });
  await inTransaction(actor, (ctx) => audit(ctx, { act: 'drop.pause', subject: ['drop', drop.id], detail: {} }));
  const asked = readList(auditList, { by: actor.id });
  const { rows } = await listAudit(reading(actor), { asked, zone: 'UTC' });
  expect(rows.map(({ name }) => name)).toEqual([{ title: 'Second wave', titleZh: '第二批' }]);
});

describe('among many acts', () => {
  it('every order with every filter is read along an index, and is found slow without it', async () => {
    const [busy, rare] = [await makeMember(), await makeMember()];
    await pool.query(
      `INSERT INTO "AuditEntry" ("id", "actorId", "act", "subjectType", "subjectId", "at")
       SELECT md5('act' || i)::uuid, CASE WHEN i > 19980 THEN $2::uuid WHEN i % 2 = 0 THEN $1::uuid END,
        CASE WHEN i > 19990 THEN 'order.rare' WHEN i > 10000 THEN 'order.ship' ELSE 'order.read' END, 'order', i::text, '2026-06-01'::timestamptz - i * interval '1 minute'
       FROM generate_series(1, 20000) i`,
      [busy.id, rare.id],
    );
    await pool.query('VACUUM ANALYZE "AuditEntry"');
    const values = {
      by: [busy.id, rare.id],
      act: ['order.ship', 'order.rare', 'order.never'],
      from: ['2026-05-25'],
      until: ['2026-05-28'],
    };
    const none = { ids: [], cut: false };
    expect(await slowPlans(auditList, values, none)).toEqual({});
    await pool.query('DROP INDEX "AuditEntry_actorId_act_at_id_idx"');
    const slow = await slowPlans(auditList, { ...values, from: [], until: [] }, none, { most: 1 });
    expect(Object.keys(slow).length).toBeGreaterThan(0);
  }, 60_000);

  it('who is meant is found by handle or id, and nobody by what is neither', async () => {
    const one = await makeMember();
    const find = async (by?: string) => (await findAuditActor(reading(one), { by }))?.id;
    expect(await Promise.all([`@${one.handle.toUpperCase()}`, one.id, 'no-one', ' ', undefined].map(find))).toEqual([
      one.id,
      one.id,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
