import { expect, it } from 'vitest';

import { audit } from '@/lib/core/audit';
import { inTransaction, reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';

import { listAudit } from './list-audit';

it('names what was acted upon in both languages', async () => {
  const [actor, drop] = [await makeMember(), await makeDrop()];
  await db.drop.update({ where: { id: drop.id }, data: { title: 'Second wave', titleZh: '第二批' } });
  await inTransaction(actor, (ctx) => audit(ctx, { act: 'drop.pause', subject: ['drop', drop.id], detail: {} }));
  const { entries } = await listAudit(reading(actor), { by: actor.handle });
  expect(entries.map(({ name }) => name)).toEqual([{ title: 'Second wave', titleZh: '第二批' }]);
});
