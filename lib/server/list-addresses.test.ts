import { beforeAll, expect, it } from 'vitest';

import { saveProduct } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { areasOff, type SiteArea } from '@/lib/core/site-areas';
import { paths } from '@/lib/paths';
import { clock } from '@/lib/core/time';
import { makeBoard, makeMember, makeThread } from '@/tests/support/forum-factories';

import { isAddressPart, listAddressParts, listAddresses } from './list-addresses';

const pathsOf = async (part: string, off: SiteArea[] = []) =>
  (await listAddresses(reading(), part, off))?.map(({ path }) => path) ?? null;

beforeAll(async () => {
  const variants = [{ title: 'One', priceMinor: 1, currency: 'USD' }];
  await transact(saveProduct)(system, { handle: 'shown', title: 'Shown', status: 'ACTIVE', variants });
  await transact(saveProduct)(system, { handle: 'draft', title: 'Draft', variants });
});

it('names public pages only, each once', async () => {
  const author = await makeMember();
  const [open, closed] = [await makeBoard(), await makeBoard({ visibility: 'STAFF' })];
  const shown = await makeThread(author, open);
  const hidden = await makeThread(author, open);
  await makeThread(author, closed);
  await db.hiding.create({ data: { postId: hidden.postId, reason: 'No', at: clock() } });
  expect(await pathsOf('threads-0')).toEqual([paths.thread(shown)]);
  expect(await pathsOf('products')).toEqual([paths.product('shown')]);
  const pages = (await pathsOf('pages')) ?? [];
  expect(pages).toContain(paths.board(open.slug));
  expect(pages).not.toContain(paths.board(closed.slug));
  expect(new Set(pages).size).toBe(pages.length);
});

it('names nothing of an area that is off', async () => {
  const off = areasOff(['community', 'shop']);
  expect(await listAddressParts(reading(), off)).toEqual(['pages']);
  expect(await pathsOf('threads-0', off)).toBeNull();
  expect(await pathsOf('products', off)).toBeNull();
  const left = await pathsOf('pages', off);
  // Recalls and service points stay whatever is off.
  expect(left).toEqual([paths.home(), paths.releases(), '/recalls', '/service']);
  expect((await pathsOf('pages'))!.length).toBeGreaterThan(left!.length);
});

it('keeps every thread in a part of its own number, and knows no other parts', async () => {
  const author = await makeMember();
  const board = await makeBoard();
  await db.$executeRaw`SELECT setval(pg_get_serial_sequence('"Thread"', 'number'), 12000)`;
  const thread = await makeThread(author, board);
  expect(await listAddressParts(reading(), [])).toEqual(['pages', 'products', 'threads-0', 'threads-1', 'threads-2']);
  expect([await pathsOf('threads-1'), await pathsOf('threads-2')]).toEqual([[], [paths.thread(thread)]]);
  for (const part of ['threads', 'threads-x', 'members', '../pages']) expect(await pathsOf(part)).toBeNull();
});

it('names no part whose numbers the database cannot hold', () => {
  expect(['pages', 'products', 'threads-0', 'threads-429496'].map(isAddressPart)).toEqual([true, true, true, false]);
  expect(['threads-999999', 'threads-01', 'threads--1', 'threads-1.5', 'boards', ''].filter(isAddressPart)).toEqual([]);
});
