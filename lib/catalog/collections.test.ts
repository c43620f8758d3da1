import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { meeting } from '@/tests/support/meeting';
import { costsNow } from '@/tests/support/price-now';
import { refusal } from '@/tests/support/refusal';
import { staffOf } from '@/tests/support/return-factories';

import { conditions, ofPrice, type CollectionRule } from './choices/collection-rules';
import { saveCollectionInput } from './collection-schema';
import { collectProducts, deleteCollection, saveCollection, saveProduct } from './commands';
import { getShownCollection, listShownCollections } from './queries/collections';
import { readShelfIndex } from './queries/shelf-index';
import { beginDuePrices } from './schedules/begin-prices';

type Told = {
  title?: string;
  titleZh?: string;
  type?: string;
  vendor?: string;
  tags?: string[];
  price?: number;
  was?: number;
};
let made = 0;

async function makeProduct({
  title = 'Lamp',
  titleZh = '灯',
  type = '',
  vendor = '',
  tags = [],
  price = 1_000,
  was,
}: Told = {}) {
  const handle = `collected-${(made += 1)}`;
  const variant = { title: 'One', priceMinor: price, compareAtMinor: was ?? null, currency: 'USD' };
  const given = { handle, title, titleZh, type, vendor, tags, status: 'ACTIVE' as const, variants: [variant] };
  await transact(saveProduct)(system, given);
  return (await db.product.findUniqueOrThrow({ where: { handle }, select: { id: true } })).id;
}

const form = { shown: '0', title: 'Desk', titleZh: '书桌', lead: '', leadZh: '', currency: 'USD', listed: 'on' };
const inputOf = (more: Record<string, unknown>) =>
  saveCollectionInput.parse({ ...form, kind: 'HAND', sort: 'PLACED', ...more });
const save = (more: Record<string, unknown>) =>
  transact((ctx, given: object) => saveCollection(ctx, inputOf(given as never)))(system, more);
const byRules = (...rules: [string, string][]) => ({
  ...{ kind: 'RULES', sort: 'NEWEST' },
  ...Object.fromEntries(
    rules.flatMap(([rule, value], at) => [
      [`rule.${at}`, rule],
      [`value.${at}`, value],
    ]),
  ),
});
const costs = async (productId: string, amountMinor: number) => {
  const variants = await db.variant.findMany({ where: { productId }, select: { id: true } });
  await costsNow(
    variants.map(({ id }) => id),
    amountMinor,
  );
};
const idsIn = async (collectionId: string) =>
  (await readShelfIndex(reading(), { collectionId, currency: 'USD' })).map(({ id }) => id);
const changed = (id: string, data: object) => db.product.update({ where: { id }, data });

describe('a collection by hand', () => {
  it('shows its products in their order, and those on show alone', async () => {
    const [a, b, c] = [await makeProduct(), await makeProduct(), await makeProduct()];
    const { id, slug } = await save({ products: [c, a], add: b });
    expect(await idsIn(id)).toEqual([c, a, b]);
    await changed(a, { status: 'ARCHIVED' });
    expect(await idsIn(id)).toEqual([c, b]);
    await save({ collectionId: id, shown: '1', products: [b, c, a] });
    expect(await idsIn(id)).toEqual([b, c]);
    expect((await listShownCollections(reading())).find((each) => each.slug === slug)).toMatchObject({ count: 2 });
  });

  it('is shown to nobody while it is hidden, and keeps its address', async () => {
    const { id, slug } = await save({ title: 'Hidden one', listed: undefined });
    expect(await getShownCollection(reading(), { slug })).toBeNull();
    expect((await save({ collectionId: id, shown: '1', title: 'Other name' })).slug).toBe(slug);
    expect(await getShownCollection(reading(), { slug })).toMatchObject({ title: 'Other name' });
    expect((await save({ title: 'Hidden one' })).slug).not.toBe(slug);
  });

  it('is changed by one of two who saw the same version, by staff of the catalogue alone', async () => {
    const { id } = await save({});
    const both = await Promise.all([1, 2].map(() => refusal(save({ collectionId: id, shown: '1' }))));
    expect(both.toSorted()).toEqual(['collection-changed', 'done']);
    const agent = await staffOf('SUPPORT');
    expect(await refusal(transact(deleteCollection)(agent, { collectionId: id, shown: 2 }))).toBe('forbidden');
    expect(await refusal(transact(deleteCollection)(system, { collectionId: id, shown: 1 }))).toBe(
      'collection-changed',
    );
    await transact(deleteCollection)(system, { collectionId: id, shown: 2 });
    expect(await db.collection.count({ where: { id } })).toBe(0);
  });
});

describe('a collection by rules', () => {
  it('holds what meets them, and follows when a product changes', async () => {
    const [lamp, chair] = [await makeProduct({ tags: ['Desk'], price: 900 }), await makeProduct({ tags: ['floor'] })];
    const { id } = await save(byRules(['TAG_IS', 'desk'], ['PRICE_BELOW', '9.50']));
    expect(await idsIn(id)).toEqual([lamp]);
    await changed(chair, { tags: ['DESK'] });
    await transact(collectProducts)(system, { productIds: [chair] });
    expect(await idsIn(id)).toEqual([lamp]);
    await save({ collectionId: id, shown: '1', match: 'ANY', ...byRules(['TAG_IS', 'desk'], ['PRICE_BELOW', '9.50']) });
    expect((await idsIn(id)).toSorted()).toEqual([lamp, chair].toSorted());
    await changed(lamp, { tags: [], title: 'Other' });
    await costs(lamp, 950);
    await transact(collectProducts)(system, { productIds: [lamp] });
    expect(await idsIn(id)).toEqual([chair]);
  });

  it('follows a price that begins or ends by itself', async () => {
    const lamp = await makeProduct({ price: 77_700 });
    const { id } = await save(byRules(['PRICE_ABOVE', '776'], ['PRICE_BELOW', '778']));
    expect(await idsIn(id)).toEqual([lamp]);
    await beginDuePrices(clock());
    await costs(lamp, 77_900);
    expect(await beginDuePrices(clock())).toBe(1);
    expect(await idsIn(id)).toEqual([]);
  });

  it('reads its form as people type it, and names what it cannot read', () => {
    const faults = (more: Record<string, unknown>) =>
      saveCollectionInput
        .safeParse({ ...form, kind: 'RULES', sort: 'PLACED', ...more })
        .error?.issues.map(({ path, message }) => `${path} ${message}`);
    expect(faults({})).toEqual(['rule.0 code:required']);
    expect(faults({ 'rule.2': 'TAG_IS', 'value.2': ' ' })).toContain('value.2 code:required');
    expect(faults({ 'rule.0': 'PRICE_BELOW', 'value.0': 'cheap' })).toContain('value.0 code:bad-price');
    expect(inputOf({ ...byRules(['PRICE_BELOW', '9.5']), sort: 'PLACED' })).toMatchObject({
      sort: 'NEWEST',
      rules: [{ condition: 'PRICE_BELOW', value: '', amountMinor: 950, currency: 'USD' }],
    });
  });

  it('holds the same as rules read in plain words', async () => {
    await db.product.deleteMany();
    const words = ['desk', 'Lamp', 'mi', 'Öl', '灯', ''];
    const word = fc.constantFrom(...words);
    const product = fc.record({
      ...{ title: fc.constantFrom('Desk lamp', 'LAMP', 'Mi', 'Öl'), titleZh: fc.constantFrom('', '灯', '米灯') },
      ...{ type: word, vendor: word, tags: fc.array(fc.constantFrom('desk', 'LAMP', '灯'), { maxLength: 2 }) },
      ...{ price: fc.integer({ min: 1, max: 6 }), was: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }) },
    });
    const products = fc.sample(product, 25);
    const ids = new Map<string, Told>();
    for (const told of products) ids.set(await makeProduct(told), told);
    const rule = fc.tuple(
      fc.constantFrom(...conditions),
      fc.constantFrom(...words.filter(Boolean)),
      fc.integer({ min: 1, max: 6 }),
    );
    const asked = fc.record({
      match: fc.constantFrom('ALL', 'ANY'),
      rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ match, rules }) => {
        const typed = rules.map(([condition, value, cents]): [string, string] => [
          condition,
          ofPrice.includes(condition) ? `0.0${cents}` : value,
        ]);
        const { id } = await save({ match, ...byRules(...typed), title: 'Any' });
        const meets = inputOf({ match, ...byRules(...typed) }).rules.map((each) => (told: Told) => plainly(each, told));
        const wanted = [...ids].filter(([, told]) =>
          match === 'ALL' ? meets.every((meet) => meet(told)) : meets.some((meet) => meet(told)),
        );
        const held = await idsIn(id);
        await db.collection.delete({ where: { id } });
        expect(held.toSorted()).toEqual(wanted.map(([each]) => each).toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

function plainly({ condition, value, amountMinor }: CollectionRule, told: Told): boolean {
  const [low, wanted] = [(text = '') => text.toLowerCase(), value.toLowerCase()];
  const titles = [low(told.title), low(told.titleZh)];
  const price = told.price!;
  const answers: Record<CollectionRule['condition'], () => boolean> = {
    TAG_IS: () => told.tags!.map(low).includes(wanted),
    TAG_IS_NOT: () => !told.tags!.map(low).includes(wanted),
    KIND_IS: () => low(told.type) === wanted,
    KIND_IS_NOT: () => low(told.type) !== wanted,
    VENDOR_IS: () => low(told.vendor) === wanted,
    VENDOR_IS_NOT: () => low(told.vendor) !== wanted,
    TITLE_HAS: () => titles.some((title) => title.includes(wanted)),
    TITLE_HAS_NOT: () => !titles.some((title) => title.includes(wanted)),
    TITLE_STARTS: () => titles.some((title) => title.startsWith(wanted)),
    TITLE_ENDS: () => titles.some((title) => title.endsWith(wanted)),
    PRICE_BELOW: () => price < amountMinor!,
    PRICE_ABOVE: () => price > amountMinor!,
    REDUCED: () => told.was !== undefined && told.was > price,
  };
  return answers[condition]();
}

describe('a product and the rules of a collection that change at once', () => {
  const race = async (guarded: boolean) => {
    const lamp = await makeProduct();
    const { id } = await save(byRules(['TAG_IS', 'late']));
    await changed(lamp, { tags: ['late'] });
    const [written, decided] = [meeting(), meeting()];
    const first = inTransaction(system, async (ctx) => {
      await collectProducts(guarded ? ctx : { ...ctx, db: withoutLocks(ctx.db) }, { productIds: [lamp] });
      await written();
      await decided();
    });
    await written();
    const second = save({ collectionId: id, shown: '1', ...byRules(['TAG_IS', 'other']) });
    // With the guard it waits for the first; without it, it is done long before.
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 300))]);
    await decided();
    await Promise.all([first, second]);
    return (await idsIn(id)).length;
  };

  it('leave nothing that the new rules do not hold', async () => expect(await race(true)).toBe(0));
  it('control: without its lock what was held against the old rules stays', async () =>
    expect(await race(false)).toBe(1));
});

type Raw = (words: TemplateStringsArray, ...values: unknown[]) => Promise<unknown>;

/** The database without the lock on collections. */
const withoutLocks = <D extends object>(given: D): D =>
  new Proxy(given, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name);
      if (name !== '$queryRaw') return own;
      return (words: TemplateStringsArray, ...values: unknown[]) =>
        words.join('').includes('FOR SHARE') ? Promise.resolve([]) : (own as Raw).call(target, words, ...values);
    },
  });
