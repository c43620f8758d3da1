import { beforeAll, describe, expect, it } from 'vitest';

import { moveProduct, saveProduct } from '@/lib/catalog/commands';
import { guest, system, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { indexAll, indexBehind } from '@/lib/flows/search/index-behind';
import { indexProduct } from '@/lib/flows/search/index-product';
import { searchProducts } from '@/lib/flows/search/search-products';
import { meeting } from '@/tests/support/meeting';

import { nearOf, isOneSlip } from './choices/spelling';
import { searchPageOf, searchText } from './schema';
import { maySearch, searches } from './turns';

const save = transact(saveProduct);
type Given = Partial<Parameters<typeof saveProduct>[1]> & { handle: string; title: string; sku?: string };

let number = 0;
async function make({ sku, ...given }: Given): Promise<string> {
  number += 1;
  const variants = [{ title: 'One', priceMinor: 19_900, currency: 'USD', sku: sku ?? null }];
  const createdAt = new Date(Date.UTC(2026, 0, number));
  const { id } = await save(system, { status: 'ACTIVE', variants, createdAt, ...given });
  await transact(indexProduct)(system, { id });
  return id;
}

const find = (q: string, page = 1) => searchProducts(reading(), { q: searchText(q), page });
const handles = async (q: string) => (await find(q)).products.map(({ handle }) => handle);

beforeAll(async () => {
  await make({ handle: 'phone', title: 'Millet Phone', titleZh: '小米粒手机', type: 'Phones', sku: 'ML-PH-128' });
  await make({ handle: 'case', title: 'Millet phone case', titleZh: 'Millet 手机壳', type: 'Cases', sku: 'ML-CS-01' });
  await make({ handle: 'x10-pro', title: 'X10 Pro', titleZh: 'X10 Pro 旗舰版', sku: 'ML-X10-256' });
  await make({ handle: 'x10', title: 'X10', titleZh: 'X10' });
  await make({ handle: 'dock', title: 'Desk dock', html: '<p>Charges your phones. Café table tested.</p>' });
  await make({ handle: 'earbuds', title: 'Foxtail Earbuds', titleZh: '狐尾耳机', tags: ['running'] });
  await make({ handle: 'secret', title: 'Millet Phone Nebula', status: 'DRAFT' });
});

describe('what is found', () => {
  it.each([
    ['millet phone', ['phone', 'case']],
    ['PHONE', ['case', 'phone', 'dock']],
    ['phones', ['case', 'phone', 'dock']],
    ['手机', ['case', 'phone']],
    ['Millet 手机壳', ['case']],
    ['millet手机壳', ['case']],
    ['机', ['earbuds', 'case', 'phone']],
    ['X10 pro', ['x10-pro']],
    ['x10pro', ['x10-pro']],
    ['x 10', ['x10', 'x10-pro']],
    ['Ｘ１０', ['x10', 'x10-pro']],
    ['ml-ph-128', ['phone']],
    ['MLPH128', ['phone']],
    ['cafe', ['dock']],
    ['run', ['earbuds']],
    ['runs', ['earbuds']],
    ['ear buds', ['earbuds']],
  ])('by "%s"', async (q, expected) => expect(await handles(q)).toEqual(expected));

  it('begins with what is called exactly so, although others are newer', async () => {
    await make({ handle: 'x10-strap', title: 'X10 strap' });
    expect((await handles('x10'))[0]).toBe('x10');
  });
});

describe('a slip of the fingers', () => {
  it.each([
    ['milet phnoe', 'millet phone', ['phone', 'case']],
    ['millte', 'millet', ['case', 'phone']],
    ['foxtial', 'foxtail', ['earbuds']],
    ['phone caes', 'phone case', ['case']],
    ['eaarbuds 狐尾', 'earbuds 狐尾', ['earbuds']],
  ])('"%s" finds what "%s" does', async (q, meant, expected) => {
    expect(await find(q)).toMatchObject({ by: 'spelling', meant });
    expect(await handles(q)).toEqual(expected);
  });

  it('finds some of the words where nothing has all of them, and nothing where nothing has any', async () => {
    expect(await find('earbuds refrigerator')).toMatchObject({ by: 'some', products: [{ handle: 'earbuds' }] });
    expect(await find('手机支架')).toMatchObject({ by: 'some' });
    expect(await find('zzzzzz qqqqqq')).toMatchObject({ products: [], count: 0 });
  });

  it('offers no word that nothing on show has', async () => {
    const id = await make({ handle: 'gone', title: 'Zephyrine' });
    expect(await find('zephyrne')).toMatchObject({ meant: 'zephyrine' });
    await move(id, 'ARCHIVED');
    expect(await find('zephyrne')).toMatchObject({ meant: null, products: [] });
  });

  it('is one letter too many, one missing, a wrong one, or two that changed places', () => {
    const slips = ['phon', 'pphone', 'phome', 'phnoe', 'hpone', 'phonee'];
    expect(slips.filter((slip) => !isOneSlip('phone', slip))).toEqual([]);
    expect(['phone', 'phonees', 'phnose', 'enohp', 'poohne'].filter((other) => isOneSlip('phone', other))).toEqual([]);
    expect([isOneSlip('air', 'ari'), isOneSlip('air', 'aid'), isOneSlip('air', 'airs')]).toEqual([true, false, false]);
    expect(slips.filter((slip) => !nearOf(slip).some((each) => nearOf('phone').includes(each)))).toEqual([]);
  });
});

async function move(productId: string, status: 'ACTIVE' | 'ARCHIVED') {
  const { version: shown } = await db.product.findUniqueOrThrow({ where: { id: productId } });
  await transact(moveProduct)(system, { productId, shown, status });
  await transact(indexProduct)(system, { id: productId });
}

describe('what is on show', () => {
  it('is found under its new name, and not after it is archived', async () => {
    const id = await make({ handle: 'lamp', title: 'Quillon lamp' });
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
    const id = await make({ handle: 'vanishing', title: 'Orrery' });
    await db.product.update({ where: { id }, data: { status: 'ARCHIVED' } });
    expect(await handles('orrery')).toEqual([]);
  });

  it('is what each change tells the index to read again', async () => {
    const names = async () =>
      (await db.event.findMany({ where: { name: 'product.changed' }, select: { id: true } })).length;
    const before = await names();
    const id = await make({ handle: 'told', title: 'Told' });
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
    const id = await make({ handle: `race-${number}`, title: 'Before' });
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

it('is searched so often by one network of guests and by one member, and no more', () => {
  const tries = (actor: Actor, network: string) =>
    Array.from({ length: searches.atOnce + 5 }, () => maySearch(actor, network)).filter(Boolean).length;
  expect([tries(guest, '192.0.2.0'), tries(guest, '192.0.2.0'), tries(guest, '198.51.100.0')]).toEqual([30, 0, 30]);
});

describe('what is typed', () => {
  it.each([
    ['NUL and other controls', 'pho\u0000ne\u0007'],
    ['halves of characters', '\ud83d phone'],
    ['signs that nobody sees', 'p\u200bh\u00adone\u202e'],
    ['signs of queries', `phone' & | ! <-> :* \\ ( ) " %`],
    ['quotes alone', `'''`],
    ['a very long text', `phone ${'x '.repeat(5_000)}`],
    ['a very long word', 'p'.repeat(50_000)],
    ['stacked marks', `e${'\u0301'.repeat(3_000)}`],
    ['emoji', '📱📱'],
  ])('finds or finds nothing, and never fails: %s', async (_, q) => {
    expect(searchText(q).length).toBeLessThanOrEqual(400);
    await expect(find(q)).resolves.toHaveProperty('count');
  });

  it('is read without what nobody sees', async () => {
    expect((await handles('p\u200bh\u00adone\u0000')).toSorted()).toEqual(['case', 'dock', 'phone']);
  });

  it('asks for pages that there can be', () => {
    expect(['2', '10', '11', '0', '-1', '1e3', '99999', 'x', undefined].map((page) => searchPageOf(page))).toEqual([
      2, 10, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });
});
