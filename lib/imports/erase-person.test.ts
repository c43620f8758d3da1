import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { refusal } from '@/tests/support/refusal';

import { erasePerson, keepPeople, keepRecords } from './commands';

const customers = { source: 'shopify', kind: 'customer' };
const ann = { sourceId: 'ann@mill.example', row: { email: 'ann@mill.example', phone: '+31205550100' } };
const erase = (person: string) => transact(erasePerson)(system, { source: 'shopify', person });
const people = () => db.importRecord.count({ where: { kind: 'customer' } });

beforeEach(truncateAll);

function promised(): [Promise<void>, () => void] {
  let tell = () => {};
  return [new Promise<void>((resolve) => (tell = resolve)), () => tell()];
}

describe('somebody who is erased', () => {
  it('is found by address or phone number, in one source alone, and leaves a digest that tells nothing', async () => {
    await transact(keepRecords)(system, { ...customers, records: [ann] });
    await transact(keepRecords)(system, { ...customers, source: 'other', records: [ann] });
    expect(await erase('+31 (20) 555-0100')).toMatchObject({ customers: [ann.sourceId], orders: 0 });
    expect(await people()).toBe(1);
    const [left] = await db.importRecord.findMany({ where: { kind: 'erased' } });
    expect([left!.sourceId.length, left!.row, left!.state]).toEqual([22, {}, 'TAKEN']);
    expect(await refusal(erase('nobody'))).toBe('bad-email');
    expect(await refusal(transact(erasePerson)(guest, { source: 'shopify', person: 'a@b.example' }))).toBe('forbidden');
  });

  it.each([
    ['stays away though an import has read them before', keepPeople, 0],
    ['would come back if the import did not take turns (control)', keepUnguarded, 1],
  ])('%s', async (_, keep, left) => {
    const [erased, tellErased] = promised();
    const [over, end] = promised();
    const erasing = inTransaction(system, async (ctx) => {
      await erasePerson(ctx, { source: 'shopify', person: 'ann@mill.example' });
      tellErased();
      await over;
    });
    await erased;
    const keeping = transact(keep)(system, { ...customers, records: [ann] });
    if (keep === keepPeople) await untilWaiting(1);
    else await keeping;
    end();
    await Promise.all([erasing, keeping]);
    expect(await people()).toBe(left);
  });
});

/** The same without taking turns: it looks for erased people, finds none that is committed, and keeps the row. */
async function keepUnguarded(...[ctx, input]: Parameters<typeof keepPeople>): ReturnType<typeof keepPeople> {
  const found = await ctx.db.importRecord.count({ where: { kind: 'erased' } });
  const done = await keepRecords(ctx, { ...input, records: found > 0 ? [] : input.records });
  return { ...done, erased: found, kept: [] };
}
