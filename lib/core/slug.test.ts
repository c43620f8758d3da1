import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { system } from './actor';
import { inTransaction, type Ctx } from './context';
import { db } from './db';
import { freeSlug, slugify } from './slug';
import { clock } from './time';

describe('slugify', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['小米 15 发布 — 你怎么看？', '小米-15-发布-你怎么看'],
    ['Ünïcode’s Café', 'unicodes-cafe'],
    ['カタカナ ガギ', 'カタカナ-ガギ'],
    ['हिन्दी', 'हिन्दी'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full-width'],
    ['../../etc/passwd?x=1#y', 'etc-passwd-x-1-y'],
    ['!!!', 'untitled'],
    ['', 'untitled'],
    ['👍👍', 'untitled'],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
    ],
  ])('%s', (title, slug) => expect(slugify(title)).toBe(slug));

  it('is never empty, is one path segment, and is its own slug', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const slug = slugify(title);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
      expect([...slug].length).toBeLessThanOrEqual(60);
      expect(() => encodeURIComponent(slug)).not.toThrow();
      expect(slugify(slug)).toBe(slug);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a free slug', () => {
  afterEach(() => db.board.deleteMany({ where: { threads: { none: {} } } }));

  const find = (ctx: Ctx, title: string, lock: Pick<Ctx, 'db'> = ctx) =>
    freeSlug(lock, {
      kind: 'board',
      title,
      taken: (slugs) => ctx.db.board.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
    });
  const open = (title: string, among: (ctx: Ctx) => Pick<Ctx, 'db'> = (ctx) => ctx) =>
    inTransaction(system, async (ctx) => {
      const slug = await find(ctx, title, among(ctx));
      await ctx.db.board.create({ data: { slug, name: title, createdAt: clock() } });
      return slug;
    });
  const all = Array.from({ length: 8 }, (_, at) => (at % 2 ? 'Ear pads' : 'Ear pads 2'));

  it('is the title’s own, else one with a number, else with random letters', async () => {
    expect([await open('Ear pads!'), await open('ear pads'), await open('Ear pads 2')]).toEqual([
      'ear-pads',
      'ear-pads-2',
      'ear-pads-2-2',
    ]);
    const numbers = Array.from({ length: 20 }, (_, at) => ({
      slug: `ear-pads-${at + 1}`,
      name: 'x',
      createdAt: clock(),
    }));
    await db.board.createMany({ data: numbers, skipDuplicates: true });
    expect(await open('Ear pads')).toMatch(/^ear-pads-[0-9a-z]{8}$/);
  });

  it('is never longer than others, nor cut through a character', async () => {
    const title = '𠮷'.repeat(80);
    expect([...(await open(title))]).toHaveLength(60);
    const second = await open(title);
    expect([...second]).toHaveLength(60);
    expect(second).toMatch(/^𠮷{58}-2$/u);
  });

  it('is found by many at once, each another', async () => {
    expect(new Set(await Promise.all(all.map((title) => open(title)))).size).toBe(all.length);
  });

  it('would be found twice without turns', async () => {
    const unlocked = (ctx: Ctx) => ({ db: { ...ctx.db, $executeRaw: async () => 0 } as unknown as Ctx['db'] });
    const tries = await Promise.allSettled(all.map((title) => open(title, unlocked)));
    expect(tries.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });
});
