import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { find, handles, makeFindable, move, save } from '@/tests/support/search-factories';
import { meeting } from '@/tests/support/meeting';

import { indexAll, indexBehind } from './index-behind';
import { indexProduct } from './index-product';

let races = 0;

beforeAll(async () => {
  await makeFindable({ handle: 'x10', title: 'X10', titleZh: 'X10' });
  await makeFindable({ handle: 'dock', title: 'Desk dock', html: '<p>Charges your phones. Café table tested.</p>' });
  await makeFindable({ handle: 'earbuds', title: 'Foxtail Earbuds', titleZh: '狐尾耳机', tags: ['running'] });
  await makeFindable({ handle: 'secret', title: 'Millet Phone Nebula', status: 'DRAFT' });
});

describe('what is on show', () => {
  it('is found under its new name, and not after it is archived', async () => {
    const id = await makeFindable({ handle: 'lamp', title: 'Quillon lamp' });
    await save(system, {
      handle: 'lamp',
      title: 'Umbra lamp',
      status: 'ACTIVE',
      variants: [{ title: 'One', priceMinor: 1, currency: 'USD' }],
    });
    await transact(indexProduct)(system, { id });
    expect([await handles('quillon'), await handles('umbra')]).toEqual([[], ['lamp']]);
    await move(id, 'ARCHIVED');
    expect(await handles('umbra')).toEqual([]);
    await move(id, 'ACTIVE');
    expect(await handles('umbra')).toEqual(['lamp']);
  });

  it('alone is found: no draft by its name, its words or a slip, and none whose document is behind', async () => {
    expect(await handles('nebula')).toEqual([]);
    expect(await find('nebulla')).toMatchObject({ meant: null, products: [] });
    const id = await makeFindable({ handle: 'vanishing', title: 'Orrery' });
    await db.product.update({ where: { id }, data: { status: 'ARCHIVED' } });
    expect(await handles('orrery')).toEqual([]);
  });

  it('is what each change tells the index to read again', async () => {
    const names = async () =>
      (await db.event.findMany({ where: { name: 'product.changed' }, select: { id: true } })).length;
    const before = await names();
    const id = await makeFindable({ handle: 'told', title: 'Told' });
    await move(id, 'ARCHIVED');
    expect((await names()) - before).toBe(2);
  });

  it('is brought up to date where no event came: what is missing, older, of another form, or not on show any more', async () => {
    await db.searchDoc.deleteMany({ where: { exact: { has: 'desk dock' } } });
    const [earbuds, x10] = await Promise.all(
      ['earbuds', 'x10'].map((handle) => db.product.findUniqueOrThrow({ where: { handle } })),
    );
    await db.searchDoc.updateMany({ where: { id: earbuds!.id }, data: { version: 0 } });
    await db.searchDoc.updateMany({ where: { id: x10!.id }, data: { form: 0 } });
    expect(await indexBehind(clock())).toBeGreaterThanOrEqual(3);
    expect([await handles('cafe'), await handles('running'), await handles('x10')]).toEqual([
      ['dock'],
      ['earbuds'],
      expect.arrayContaining(['x10']),
    ]);
    expect(await indexBehind(clock())).toBe(0);
    const shown = await db.product.count({ where: { status: 'ACTIVE' } });
    expect(await db.searchDoc.count()).toBe(shown);
    expect(await indexAll(clock())).toBe(shown);
  });
});

describe('two who bring one document up to date at once', () => {
  const racing = async (index: typeof indexProduct) => {
    const id = await makeFindable({ handle: `race-${(races += 1)}`, title: 'Before' });
    const [begun, changed] = [meeting(), meeting()];
    // The first has begun with what was there before the change, and writes after the second.
    const slow = inTransaction(system, async (ctx) => {
      const late = new Proxy(ctx.db, {
        get: (target, name) => {
          const own: unknown = Reflect.get(target, name);
          if (name !== 'product') return own;
          return new Proxy(own as object, {
            get: (table, verb) => {
              const read = Reflect.get(table, verb) as (asked: unknown) => Promise<unknown>;
              if (verb !== 'findFirst') return read;
              return async (asked: unknown) => {
                const found = await read.call(table, asked);
                await begun();
                await changed();
                return found;
              };
            },
          });
        },
      });
      await index({ ...ctx, db: late }, { id });
    });
    await begun();
    await db.product.update({ where: { id }, data: { status: 'ARCHIVED', version: { increment: 1 } } });
    const fast = inTransaction(system, (ctx) => index(ctx, { id }));
    // With the guard the second waits for the first; without it, it is done long before.
    await Promise.race([fast, new Promise((resolve) => setTimeout(resolve, 300))]);
    await changed();
    await Promise.all([slow, fast]);
    return db.searchDoc.count({ where: { id } });
  };

  it('leave what is there now', async () => expect(await racing(indexProduct)).toBe(0));

  it('would leave what was there before, without their turns', async () => {
    const withoutTurns: typeof indexProduct = (ctx, input) =>
      indexProduct(
        {
          ...ctx,
          db: new Proxy(ctx.db, {
            get: (target, name) => (name === '$executeRaw' ? unlessTurns(target) : Reflect.get(target, name)),
          }),
        },
        input,
      );
    expect(await racing(withoutTurns)).toBe(1);
  });
});

const unlessTurns =
  (target: { $executeRaw: (...words: never[]) => Promise<number> }) =>
  async (text: TemplateStringsArray, ...words: unknown[]) =>
    text.join('').includes('pg_advisory') ? 0 : target.$executeRaw(text as never, ...(words as never[]));
