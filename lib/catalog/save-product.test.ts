import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { withTags } from '@/tests/support/with-tags';
import { countStatements, truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';

import { askOwnersOf } from '@/lib/ownership/commands';

import { saveProduct } from './commands';
import { getProduct, listProducts } from './queries';
import type { ProductInput } from './schema';

const save = transact(saveProduct);
const variant = (title: string, priceMinor = 1000) => ({ title, options: [title], priceMinor, currency: 'USD' });
const product = (more: Partial<ProductInput> = {}): ProductInput => ({
  handle: 'lamp',
  title: 'Lamp',
  status: 'ACTIVE',
  optionNames: ['Colour'],
  variants: [variant('Red'), variant('Blue')],
  ...more,
});

beforeEach(truncateAll);

describe('saving a product', () => {
  it('is for product owners, operations and imports only', async () => {
    for (const actor of [guest, await makeMember(), await makeMember({ roles: ['MODERATOR'] })]) {
      await expect(save(actor, product())).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const role of ['PRODUCT_OWNER', 'OPERATIONS'] as const)
      await save(await makeMember({ roles: [role] }), product({ handle: role }));
    expect(await db.product.count()).toBe(2);
  });

  it('says whether it made, changed or left it, and touches what shows it', async () => {
    const digest = { sourceDigest: 'one' };
    const { result, tags } = await withTags(() => save(system, product(digest)));
    expect(result.outcome).toBe('created');
    expect(tags.toSorted()).toEqual(['home', 'product:lamp', 'products']);
    const second = await withTags(() => save(system, product({ ...digest, title: 'Unread' })));
    expect([second.result.outcome, second.tags]).toEqual(['unchanged', []]);
    expect((await save(system, product({ sourceDigest: 'two' }))).outcome).toBe('changed');
  });

  it('leaves nothing of a product that cannot be kept whole', async () => {
    const bad = product({ variants: [variant('Red'), { ...variant('Blue'), grams: 2 ** 31 }] });
    await expect(save(system, bad)).rejects.toThrow();
    expect([await db.product.count(), await db.variant.count()]).toEqual([0, 0]);
  });

  it('sanitises the descriptions of both languages', async () => {
    const hostile = '<p onclick="x()">Hi<script>x()</script></p>';
    await save(system, product({ html: hostile, htmlZh: hostile }));
    expect(await db.product.findFirst()).toMatchObject({ html: '<p>Hi</p>', htmlZh: '<p>Hi</p>' });
  });
});

describe('variants', () => {
  it('are known again by their options, whatever their order', async () => {
    await save(system, product());
    const before = new Map((await db.variant.findMany()).map(({ title, id }) => [title, id]));
    await save(system, product({ variants: [variant('Green'), variant('Blue', 1500), variant('Red')] }));
    const after = await db.variant.findMany({
      orderBy: { position: 'asc' },
      include: { prices: { where: { until: null } } },
    });
    expect(after.map(({ title, position, prices }) => [title, position, prices[0]?.amountMinor])).toEqual([
      ['Green', 0, 1000],
      ['Blue', 1, 1500],
      ['Red', 2, 1000],
    ]);
    expect([after[1]?.id, after[2]?.id]).toEqual([before.get('Blue'), before.get('Red')]);
  });

  it('that vanished stay, after the others, when a drop ever offered them', async () => {
    const { id: productId } = await save(system, product());
    const red = await db.variant.findFirstOrThrow({ where: { title: 'Red' } });
    const at = new Date();
    const waves = {
      create: {
        number: 1,
        opensAt: at,
        closesAt: at,
        allotments: { create: { variantId: red.id, units: 1, remaining: 1 } },
      },
    };
    await db.drop.create({ data: { slug: 'd', productId, title: 'D', createdAt: at, waves } });
    await save(system, product({ variants: [variant('Black')] }));
    await save(system, product({ variants: [variant('Black'), variant('White')] }));
    expect((await db.variant.findMany({ orderBy: { position: 'asc' } })).map(({ title }) => title)).toEqual([
      'Black',
      'White',
      'Red',
    ]);
  });
});

describe('pictures', () => {
  const remote = (name: string) => ({ remoteUrl: `https://cdn.example.com/${name}.png` });

  it('of this site are ready, remote ones wait with a job each, fetched ones are not fetched again', async () => {
    await save(system, product({ images: [{ path: '/images/lamp.webp' }, remote('a')] }));
    expect((await db.productImage.findMany({ orderBy: { position: 'asc' } })).map(({ state }) => state)).toEqual([
      'READY',
      'PENDING',
    ]);
    await db.file.create({
      data: { sha256: 'f'.repeat(64), mime: 'image/webp', bytes: 1, width: 1, height: 1, createdAt: new Date() },
    });
    await db.productImage.updateMany({
      where: { state: 'PENDING' },
      data: { state: 'READY', path: '/files/a.webp', fileId: 'f'.repeat(64) },
    });
    await save(system, product({ images: [remote('b'), { ...remote('a'), variant: 1 }] }));
    const images = await db.productImage.findMany({ orderBy: { position: 'asc' }, include: { variant: true } });
    expect(images.map(({ state, path, variant }) => [state, path, variant?.title])).toEqual([
      ['PENDING', null, undefined],
      ['READY', '/files/a.webp', 'Blue'],
    ]);
    const jobs = await db.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'fetchImage'`;
    expect(Number(jobs[0]?.count)).toBe(2);
  });
});

describe('two who save one new product at once', () => {
  const pair = (work: (ctx: Ctx) => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: 6 }, () => inTransaction(system, work)));

  it('take turns: one makes it, the others find it', async () => {
    const settled = await pair((ctx) => saveProduct(ctx, product({ sourceDigest: 'x' })));
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect([await db.product.count(), await db.variant.count()]).toEqual([1, 2]);
  });

  it('collide without the lock that makes them take turns', async () => {
    const settled = await pair((ctx) =>
      saveProduct({ ...ctx, db: withoutLock(ctx.db) }, product({ sourceDigest: 'x' })),
    );
    expect(settled.some(({ status }) => status === 'rejected')).toBe(true);
  });

  function withoutLock(real: Ctx['db']): Ctx['db'] {
    return new Proxy(real, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== '$executeRaw') return value;
        return (parts: TemplateStringsArray, ...values: unknown[]) =>
          parts.join('').includes('pg_advisory')
            ? new Promise((resolve) => setTimeout(resolve, 30))
            : (value as (...all: unknown[]) => unknown).call(target, parts, ...values);
      },
    });
  }
});

describe('reading', () => {
  it('shows what is on show only, page by page, in one statement', async () => {
    for (let at = 0; at < 5; at += 1)
      await save(system, product({ handle: `p${at}` }), { now: new Date(2026, 0, at + 1) });
    await save(system, product({ handle: 'draft', status: 'DRAFT' }));
    const { result: first, statements } = await countStatements(() => listProducts(reading(), { limit: 3 }));
    expect(statements).toHaveLength(1);
    expect(first.items.map(({ handle }) => handle)).toEqual(['p4', 'p3', 'p2']);
    const rest = await listProducts(reading(), { limit: 3, after: first.next ?? '' });
    expect([rest.items.map(({ handle }) => handle), rest.next]).toEqual([['p1', 'p0'], null]);
    expect(await getProduct(reading(), { handle: 'draft' })).toBeNull();
    expect((await countStatements(() => getProduct(reading(), { handle: 'p0' }))).statements).toHaveLength(1);
  });
});

it('a product asks one question at a time', async () => {
  const { id: productId } = await save(system, product());
  const ask = transact(askOwnersOf);
  await expect(ask(await makeMember(), { productId, text: 'How?' })).rejects.toMatchObject({ code: 'forbidden' });
  await ask(system, { productId, text: 'First?' });
  await ask(system, { productId, text: 'Second?' });
  expect(await db.ownerQuestion.findMany({ where: { active: true }, select: { text: true } })).toEqual([
    { text: 'Second?' },
  ]);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(['Third?', 'Fourth?', 'Fifth?'].map((text) => ask(system, { productId, text })));
    expect(await db.ownerQuestion.count({ where: { active: true } })).toBe(1);
  }
});
