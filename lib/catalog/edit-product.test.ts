import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { readList } from '@/lib/core/list';
import { db } from '@/lib/core/db';
import { after, minute } from '@/lib/core/time';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { editProduct, publishProduct, saveProduct } from './commands';
import { editProductInput } from './edit-schema';
import { listOfferable } from './offerable';
import { canMove } from './policy';
import { getProduct, listProductAddresses, listProducts } from './queries';
import { productList } from './list';
import { listStaffProducts } from './queries/staff-products';
import { publishDueProducts } from './schedules/publish-products';

type Row = Partial<Record<'id' | 'options' | 'sku' | 'price' | 'grams' | 'barcode', unknown>>;
const row = (options: string[], more: Row = {}) => ({
  ...{ id: null, options, titleZh: '', sku: '', barcode: '', price: '129.50', grams: '40' },
  ...{ hsCode: '8518.30', origin: 'cn', battery: 'IN_DEVICE' },
  ...more,
});
const gridOf = (rows: object[], optionNames = ['Colour']) =>
  JSON.stringify({ currency: 'USD', optionNames, variants: rows });
const form = (more: object = {}) =>
  editProductInput.parse({
    ...{ locale: 'en', title: 'Lamp', markdown: '**Warm** light', state: 'DRAFT' },
    grid: gridOf([row(['Ink']), row(['Oat'])]),
    ...more,
  });
const edit = transact(editProduct);
const at = new Date('2026-12-01T10:00:00Z');
let owner: Actor;

beforeEach(async () => {
  await truncateAll();
  owner = await makeMember({ roles: ['PRODUCT_OWNER'], name: 'Mei' });
});

const make = async (more: object = {}) => {
  const { id } = await edit(owner, form(more));
  const saved = await db.product.findUniqueOrThrow({
    where: { id },
    include: { variants: { orderBy: { position: 'asc' }, include: { prices: true } } },
  });
  return { ...saved, again: (change: object) => edit(owner, form({ productId: id, shown: saved.version, ...change })) };
};
const rowsOf = (product: Awaited<ReturnType<typeof make>>) =>
  product.variants.map(({ id, options, sku }) => row(options, { id, sku: sku ?? '' }));

describe('a product made by hand', () => {
  it('is for who edits products, and keeps what was typed', async () => {
    for (const actor of [guest, await makeMember(), await makeMember({ roles: ['MODERATOR'] })])
      await expect(edit(actor, form())).rejects.toMatchObject({ code: 'forbidden' });
    const product = await make({ specifications: 'Battery life: 30 hours' });
    expect(product).toMatchObject({
      ...{ handle: 'lamp', status: 'DRAFT', html: '<p><strong>Warm</strong> light</p>\n', version: 1 },
      metafields: { 'custom.Battery_life': '30 hours' },
    });
    expect(product.variants[0]).toMatchObject({
      ...{ title: 'Ink', currency: 'USD', grams: 40, sku: null, hsCode: '8518.30', origin: 'CN' },
      prices: [{ amountMinor: 12_950, currency: 'USD', until: null }],
    });
    expect((await make()).handle).toBe('lamp-2');
  });

  it('is seen by nobody while it is a draft, and at once when it is on show', async () => {
    const product = await make();
    const seen = async () => [
      (await getProduct(reading(), { handle: 'lamp' })) !== null,
      (await listProducts(reading())).items.length > 0,
      (await listProductAddresses(reading())).length > 0,
    ];
    expect(await seen()).toEqual([false, false, false]);
    await product.again({ state: 'ACTIVE', grid: gridOf(rowsOf(product)) });
    expect(await seen()).toEqual([true, true, true]);
  });

  it('moves from draft to the shop to the archive and back, and never back to a draft', () => {
    const states = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;
    const moves = states.flatMap((from) => states.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`));
    expect(moves).toEqual([
      ...['DRAFT>DRAFT', 'DRAFT>ACTIVE', 'ACTIVE>ACTIVE', 'ACTIVE>ARCHIVED', 'ARCHIVED>ACTIVE', 'ARCHIVED>ARCHIVED'],
    ]);
  });

  it('is found by name, SKU, barcode and status, page by page', async () => {
    await make({ grid: gridOf([row(['Ink'], { sku: 'LMP-1', barcode: '4006381333931' })]) });
    await make({ title: 'Desk speaker', state: 'ACTIVE' });
    const titles = async (query: Record<string, string>) =>
      (await listStaffProducts(reading(owner), { asked: readList(productList, query), zone: 'UTC' })).rows.map(
        ({ title }) => title,
      );
    expect(await titles({})).toEqual(['Desk speaker', 'Lamp']);
    expect(await titles({ sort: 'title' })).toEqual(['Desk speaker', 'Lamp']);
    expect(await titles({ q: 'lmp-1' })).toEqual(['Lamp']);
    expect(await titles({ q: '400638' })).toEqual(['Lamp']);
    expect(await titles({ q: 'SPEAKER desk' })).toEqual(['Desk speaker']);
    expect(await titles({ status: 'ACTIVE' })).toEqual(['Desk speaker']);
    expect(await titles({ picture: 'yes' })).toEqual([]);
    expect(await titles({ drop: 'no', status: 'DRAFT' })).toEqual(['Lamp']);
  });
});

describe('two who save at once', () => {
  it('are told: the first is kept, the second learns who changed what and how it reads now', async () => {
    const product = await make();
    const grid = gridOf(rowsOf(product));
    const saves = await Promise.allSettled([
      product.again({ title: 'Lamp A', grid }),
      product.again({ title: 'Lamp B', grid }),
    ]);
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const kept = (await db.product.findUniqueOrThrow({ where: { id: product.id } })).title;
    const [lost] = saves.filter((save) => save.status === 'rejected');
    expect(lost!.reason).toMatchObject({
      code: 'product-changed',
      detail: { values: { name: 'Mei', version: 2, what: `name, now “${kept}”` } },
    });
    expect(await db.productChange.count({ where: { productId: product.id } })).toBe(2);
  });

  it('both save when each saw the other’s version', async () => {
    const product = await make();
    const grid = gridOf(rowsOf(product));
    await product.again({ title: 'Lamp A', grid });
    await product.again({ title: 'Lamp B', grid, shown: 2 });
    expect(await db.product.findUniqueOrThrow({ where: { id: product.id } })).toMatchObject({
      title: 'Lamp B',
      version: 3,
    });
  });

  it('cannot give one SKU to two products, in any of ten rounds', async () => {
    for (let round = 0; round < 10; round += 1) {
      const grid = gridOf([row(['Ink'], { sku: `S-${round}` })]);
      const saves = await Promise.allSettled([
        edit(owner, form({ grid })),
        edit(owner, form({ title: 'Other', grid })),
      ]);
      const [lost, ...more] = saves.filter((save) => save.status === 'rejected');
      expect(more).toEqual([]);
      expect(lost!.reason).toMatchObject({ code: 'sku-taken', detail: { field: 'grid.variants.0.sku' } });
    }
    expect(await db.variant.count({ where: { sku: 'S-0' } })).toBe(1);
  });

  // New products take turns for their addresses already: these two stand before they are given the SKU.
  it('cannot give one SKU to two products that stand: the second waits until the first is saved', async () => {
    const [lamp, other] = [await make(), await make({ title: 'Other' })];
    const grid = gridOf([row(['Moss'], { sku: 'S-1' })]);
    let second: Promise<string> | undefined;
    await inTransaction(owner, async (ctx) => {
      await editProduct(ctx, form({ productId: lamp.id, shown: 1, grid }));
      second = refusal(other.again({ title: 'Other', grid }));
      await untilWaiting(1);
    });
    expect(await second).toBe('sku-taken');
  });

  it('an import in between counts as a save', async () => {
    const product = await make();
    const variants = [{ title: 'Ink', options: ['Ink'], priceMinor: 1, currency: 'USD' }];
    await transact(saveProduct)(system, { handle: 'lamp', title: 'Imported', optionNames: ['Colour'], variants });
    await expect(product.again({ grid: gridOf(rowsOf(product)) })).rejects.toMatchObject({ code: 'product-changed' });
  });
});

describe('the schedule', () => {
  const later = after(at, minute);
  const scheduled = () =>
    transact(editProduct)(owner, form({ state: 'SCHEDULED', publishAt: later.toISOString() }), { now: at });

  it('puts a draft on show at its moment, once, and not before', async () => {
    const { id } = await scheduled();
    expect(await publishDueProducts(at)).toBe(0);
    const both = await Promise.all([publishDueProducts(later), publishDueProducts(later)]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await db.product.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'ACTIVE', publishAt: null });
    expect(await db.auditEntry.count({ where: { act: 'product.publish' } })).toBe(1);
  });

  it('leaves what was archived meanwhile, and refuses a moment that has passed', async () => {
    const { id } = await scheduled();
    await db.product.update({ where: { id }, data: { status: 'ARCHIVED' } });
    expect(await transact(publishProduct)(system, { productId: id }, { now: later })).toBe(false);
    const past = form({ state: 'SCHEDULED', publishAt: at.toISOString() });
    await expect(transact(editProduct)(owner, past, { now: later })).rejects.toMatchObject({ code: 'publish-in-past' });
  });

  it('and a hand that saves at the same moment: one of them publishes it, the other finds it done', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await scheduled();
      const [variant] = await db.variant.findMany({ where: { productId: id }, orderBy: { position: 'asc' } });
      const grid = gridOf([row(['Ink'], { id: variant!.id })]);
      const shown = form({ productId: id, shown: 1, state: 'ACTIVE', grid });
      await Promise.allSettled([transact(editProduct)(owner, shown, { now: later }), publishDueProducts(later)]);
      const product = await db.product.findUniqueOrThrow({ where: { id } });
      expect(product).toMatchObject({ status: 'ACTIVE', version: 2, publishAt: null });
    }
  });
});

describe('a variant that is taken away', () => {
  it('is deleted, or retired if a drop ever offered it, and comes back as itself', async () => {
    const product = await make({ state: 'ACTIVE' });
    const [ink, oat] = [product.variants[0]!, product.variants[1]!];
    const drop = await makeDrop();
    await db.allotment.update({ where: { id: drop.allotmentIds[0]! }, data: { variantId: ink.id } });
    await product.again({ state: 'ACTIVE', grid: gridOf([row(['Moss'])]) });
    const left = await db.variant.findMany({ where: { productId: product.id } });
    expect(left.find(({ id }) => id === oat.id)).toBeUndefined();
    expect(left.find(({ id }) => id === ink.id)?.retiredAt).toBeInstanceOf(Date);
    const names = async () => (await getProduct(reading(), { handle: 'lamp' }))!.variants.map(({ title }) => title);
    expect(await names()).toEqual(['Moss']);
    expect(
      (await listOfferable(reading()))
        .filter(({ id }) => id === product.id)
        .flatMap(({ variants }) => variants.map(({ title }) => title)),
    ).toEqual(['Moss']);
    await product.again({ state: 'ACTIVE', shown: 2, grid: gridOf([row(['INK'])]) });
    expect(await db.variant.findUniqueOrThrow({ where: { id: ink.id } })).toMatchObject({
      retiredAt: null,
      title: 'INK',
    });
  });

  it('is not another product’s', async () => {
    const [mine, other] = [await make(), await make()];
    const grid = gridOf([row(['Ink'], { id: other.variants[0]!.id })]);
    await expect(mine.again({ grid })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('reads amounts by their currency and says at which field one is wrong', () => {
  const faults = (grid: string) => editProductInput.safeParse({ locale: 'en', title: 'Lamp', grid }).error?.issues;
  expect(faults(gridOf([row(['Ink'], { price: '1.299' }), row(['ink'], { price: '' })]))).toMatchObject([
    { path: ['grid', 'variants', 0, 'price'], message: 'code:bad-price' },
    { path: ['grid', 'variants', 1, 'price'], message: 'code:required' },
    { path: ['grid', 'variants', 1, 'options'], message: 'code:option-twice' },
  ]);
  expect(faults('{')).toMatchObject([{ path: ['grid'], message: 'code:bad-value' }]);
  const yen = JSON.stringify({ currency: 'JPY', optionNames: [], variants: [row([], { price: '1290' })] });
  expect(editProductInput.parse({ locale: 'en', title: 'Lamp', grid: yen }).grid.variants[0]!.priceMinor).toBe(1290);
});
