import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { bulkKinds } from '@/lib/domains-bulk';
import type { ProductAct } from '@/lib/catalog/schema';
import { asRoles } from '@/tests/support/as-roles';
import { makeMember } from '@/tests/support/factories';
import { makeProduct } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { chooseProducts } from '../catalog/choose-products';
import { startBulkAct } from './start-bulk';

const staff = async (): Promise<SignedIn> => ({
  ...(await makeMember({ roles: ['OPERATIONS'] })),
  ...asRoles('OPERATIONS'),
});
const choice = (act: ProductAct, ids: string[]) => ({ act, all: undefined, ids, query: {}, locale: 'en' as const });
const work = () => runJobs(undefined, (name) => name === 'runBulk');
const refusedIn = async (actId: string) => {
  const rows = await db.bulkRow.findMany({ where: { actId, state: 'REFUSED' }, orderBy: { place: 'asc' } });
  return rows.map(({ key, code }) => ({ key, code }));
};

describe('an act on many products', () => {
  it('archives what is on show, leaves drafts alone, and spares what somebody saved meanwhile', async () => {
    const by = await staff();
    const [shown, saved, draft] = [await makeProduct(), await makeProduct(), await makeProduct({ status: 'DRAFT' })];
    const each = [shown, saved, draft];
    const id = await chooseProducts(
      by,
      choice(
        'products.archive',
        each.map((product) => product.id),
      ),
    );
    const said = await bulkKinds['products.archive']!.forecast(reading(by), [
      ...each.map(({ handle }) => handle),
      'no',
    ]);
    expect(said.map(({ code }) => code)).toEqual([null, null, 'wrong-status', 'not-found']);
    await db.product.update({ where: { id: saved.id }, data: { version: { increment: 1 } } });
    await startBulkAct(by, { id });
    await work();
    expect(await refusedIn(id)).toEqual([
      { key: saved.handle, code: 'product-moved' },
      { key: draft.handle, code: 'product-move' },
    ]);
    const after = await db.product.findUniqueOrThrow({ where: { id: shown.id }, include: { changes: true } });
    expect(after).toMatchObject({ status: 'ARCHIVED', version: 2 });
    expect(after.changes).toMatchObject([{ version: 2, actorId: by.id, parts: ['status'] }]);
    expect(await db.auditEntry.count({ where: { actorId: by.id, act: 'product.edit', subjectId: shown.id } })).toBe(1);
    expect((await db.product.findUniqueOrThrow({ where: { id: saved.id } })).status).toBe('ACTIVE');
  });

  it('puts drafts on show at once, whatever moment they waited for', async () => {
    const by = await staff();
    const draft = await makeProduct({ status: 'DRAFT' });
    await db.product.update({ where: { id: draft.id }, data: { publishAt: new Date('2030-01-01') } });
    const id = await chooseProducts(by, choice('products.publish', [draft.id]));
    await startBulkAct(by, { id });
    await work();
    expect(await db.product.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
      status: 'ACTIVE',
      publishAt: null,
    });
  });

  it('is for who edits products', async () => {
    const mod = { ...(await makeMember({ roles: ['MODERATOR'] })), ...asRoles('MODERATOR') };
    const product = await makeProduct();
    expect(await refusal(chooseProducts(mod, choice('products.archive', [product.id])))).toBe('not-found');
  });
});
