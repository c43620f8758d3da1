import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';
import { withTags } from '@/tests/support/with-tags';

import { mostHops } from './choices';
import { deleteRedirect, saveRedirect } from './commands';
import { findRedirect, listRedirects, redirectsPerPage } from './queries';

let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const save = transact((ctx, input: Parameters<typeof saveRedirect>[1]) => saveRedirect(ctx, input));
const add = (from: string, to: string) => save(admin, { shown: 0, from, to });
const find = (path: string) => findRedirect(reading(), { path });
const audited = () =>
  db.auditEntry.findMany({
    where: { subjectType: 'redirect' },
    orderBy: { at: 'asc' },
    select: { act: true, detail: true },
  });

describe('a redirect', () => {
  it('is found however its address was written, and said in the log', async () => {
    const { tags } = await withTags(() => add('/Pages/Our-Story/?a=1', '/en/pages/about'));
    expect(tags).toEqual(['redirects']);
    expect(await find('/pages/our-story')).toBe('/en/pages/about');
    expect(await find('/pages/other')).toBeNull();
    expect(await audited()).toEqual([
      { act: 'redirect.add', detail: { from: '/pages/our-story', to: '/en/pages/about' } },
    ]);
  });

  it('is refused in words at its field', async () => {
    await add('/a', '/en/a');
    const faults = [
      ['no path', '/en', 'redirect-from', 'from'],
      ['/en/boards', '/zh', 'redirect-own', 'from'],
      ['/api/x', '/en', 'redirect-own', 'from'],
      ['/', '/en', 'redirect-own', 'from'],
      ['/b', 'http://other.example', 'redirect-to', 'to'],
      ['/b', '//other.example', 'redirect-to', 'to'],
      ['/b', '/B/', 'redirect-loop', 'to'],
      ['/A', '/en/b', 'redirect-taken', 'from'],
    ];
    for (const [from, to, code, field] of faults)
      expect(await refused(add(from!, to!)), `${from} → ${to}`).toMatchObject({ code, detail: { field } });
    expect(await db.redirect.count()).toBe(1);
  });

  it('leads past others to the last one, at once', async () => {
    await add('/a', '/b');
    await add('/b', '/c?x=1');
    await add('/c', 'https://other.example/c');
    expect(await find('/a')).toBe('https://other.example/c');
    expect(await refusal(add('/d', '/a'))).toBe('done');
  });

  it('never leads back to itself, nor on and on', async () => {
    await add('/a', '/b');
    await add('/b', '/c');
    expect(await refusal(add('/c', '/A?again=1'))).toBe('redirect-loop');
    for (let at = 1; at <= mostHops; at += 1) await add(`/n${at}`, `/n${at + 1}`);
    expect(await refusal(add('/n0', '/n1'))).toBe('redirect-chain');
    expect(await find('/n1')).toBe(`/n${mostHops + 1}`);
    // One that grows at its end is followed as far as any other, and on from there with the next request.
    await add(`/n${mostHops + 1}`, '/en');
    expect(await find('/n1')).toBe(`/n${mostHops + 1}`);
    expect(await find('/n2')).toBe('/en');
  });

  it('is changed by who saw it last, with its address too', async () => {
    const { id } = await add('/a', '/b');
    const change = (shown: number, from: string, to: string) => save(admin, { redirectId: id, shown, from, to });
    // Its own former address is free again: what led back through it does so no more.
    await change(1, '/c', '/a');
    expect([await find('/a'), await find('/c')]).toEqual([null, '/a']);
    expect(await refusal(change(1, '/c', '/en'))).toBe('redirect-changed');
    expect(await refusal(transact(deleteRedirect)(admin, { redirectId: id, shown: 1 }))).toBe('redirect-changed');
    await transact(deleteRedirect)(admin, { redirectId: id, shown: 2 });
    expect(await refusal(change(2, '/c', '/en'))).toBe('not-found');
    expect((await audited()).map(({ act }) => act)).toEqual(['redirect.add', 'redirect.change', 'redirect.delete']);
  });
});

describe('two who write at once', () => {
  it('the same address: one of them is told, in each of ten rounds', async () => {
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all(['/en/a', '/en/b'].map((to) => refusal(add(`/round-${round}`, to))));
      expect(both.toSorted()).toEqual(['done', 'redirect-taken']);
    }
  });

  it('one redirect: the first is kept, the second is told', async () => {
    const { id } = await add('/a', '/en');
    const change = (to: string) => refusal(save(admin, { redirectId: id, shown: 1, from: '/a', to }));
    expect((await Promise.all([change('/en/x'), change('/en/y')])).toSorted()).toEqual(['done', 'redirect-changed']);
  });

  it('overwrite each other without the version (control)', async () => {
    const { id } = await add('/a', '/en');
    const blind = (to: string) =>
      inTransaction(admin, (ctx) => ctx.db.redirect.updateMany({ where: { id }, data: { to } }));
    expect((await Promise.all([blind('/en/x'), blind('/en/y')])).map(({ count }) => count)).toEqual([1, 1]);
  });

  const circle = async (round: string, write: typeof add) =>
    (
      await Promise.all([refusal(write(`/${round}-a`, `/${round}-b`)), refusal(write(`/${round}-b`, `/${round}-a`))])
    ).toSorted();

  it('no circle, in each of ten rounds', async () => {
    for (let round = 0; round < 10; round += 1)
      expect(await circle(`r${round}`, add)).toEqual(['done', 'redirect-loop']);
  });

  it('a circle, where they do not take turns (control)', async () => {
    // Both have looked before either writes.
    let here = 0;
    let open = () => {};
    const both = new Promise<void>((resolve) => (open = resolve));
    const apart = transact((ctx, input: Parameters<typeof saveRedirect>[1]) => {
      const looked: typeof ctx.db = new Proxy(ctx.db, {
        get: (target, name) =>
          name === 'redirect' ? { ...target.redirect, ...late(target) } : Reflect.get(target, name),
      });
      return saveRedirect({ ...ctx, db: looked }, input, async () => {});
    });
    const late = (target: typeof db | Parameters<typeof saveRedirect>[0]['db']) => ({
      findUnique: target.redirect.findUnique.bind(target.redirect),
      createManyAndReturn: async (...given: unknown[]) => {
        here += 1;
        if (here === 2) open();
        await both;
        return (target.redirect.createManyAndReturn as (...all: unknown[]) => unknown)(...given);
      },
    });
    expect(await circle('x', (from, to) => apart(admin, { shown: 0, from, to }))).toEqual(['done', 'done']);
    // Who follows a circle that there should not be comes to an end nevertheless.
    expect(await find('/x-a')).toMatch(/^\/x-/);
  });
});

describe('the list', () => {
  it('is read by pages in both directions, and searched in both addresses', async () => {
    const now = new Date();
    await db.redirect.createMany({
      data: Array.from({ length: 2 * redirectsPerPage + 5 }, (_, at) => ({
        ...{
          fromPath: `/old/${String(at).padStart(3, '0')}`,
          to: at === 7 ? '/en/%E8%80%B3%E6%9C%BA' : `/en/new_${at}`,
        },
        ...{ createdAt: now, updatedAt: now },
      })),
    });
    const read = reading(admin);
    const first = await listRedirects(read);
    const second = await listRedirects(read, { after: first.next! });
    const third = await listRedirects(read, { after: second.next! });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([redirectsPerPage, redirectsPerPage, 5]);
    expect([first.previous, third.next]).toEqual([null, null]);
    expect(await listRedirects(read, { before: third.previous! })).toEqual(second);
    expect((await listRedirects(read, { before: second.previous! })).rows).toEqual(first.rows);
    const found = async (words: string) => (await listRedirects(read, { words })).rows.map(({ fromPath }) => fromPath);
    expect(await found('OLD/09')).toEqual(Array.from({ length: 10 }, (_, at) => `/old/09${at}`));
    expect(await found('耳机')).toEqual(['/old/007']);
    expect(await found('new_12')).toEqual(['/old/012']);
    expect(await found('w%1')).toEqual([]);
  });
});
