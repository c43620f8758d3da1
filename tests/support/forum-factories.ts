import { randomUUID } from 'node:crypto';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { addThread, reply, type Replied } from '@/lib/forum/commands';
import { writeContent } from '@/lib/forum/content';
import type { BoardAudience, BoardVerb, BoardVisibility, ThreadKind } from '@/lib/forum/choices';

import { word } from './word';

export { makeMember } from './factories';

export type MadeBoard = { id: string; slug: string; productId: string | null };

export const readers = { PUBLIC: 'EVERYONE', MEMBERS: 'MEMBERS', OWNERS: 'OWNERS', STAFF: 'STAFF' } as const;

/** The rules of a board that these read, where who reads replies, and begins threads with some trust. */
export const rulesFor = (visibility: BoardVisibility, postTrust = 0) => ({
  create: [
    { verb: 'READ', who: readers[visibility] },
    { verb: 'POST', who: 'READERS', trust: postTrust },
    { verb: 'REPLY', who: 'READERS' },
  ] as const satisfies { verb: BoardVerb; who: BoardAudience; trust?: number }[],
});

/** Lets others read a board than did before. */
export async function setReaders(boardId: string, visibility: BoardVisibility): Promise<void> {
  await db.boardRule.deleteMany({ where: { boardId, verb: 'READ' } });
  await db.boardRule.create({ data: { boardId, verb: 'READ', who: readers[visibility] } });
}

export async function makeBoard({
  visibility = 'PUBLIC',
  postTrust = 0,
  productId = null,
}: { visibility?: BoardVisibility; postTrust?: number; productId?: string | null } = {}): Promise<MadeBoard> {
  const slug = `b-${word()}`;
  return db.board.create({
    data: { slug, name: slug, productId, createdAt: clock(), rules: rulesFor(visibility, postTrust) },
    select: { id: true, slug: true, productId: true },
  });
}

export async function makeProduct(): Promise<{ id: string; handle: string }> {
  const handle = `p-${word()}`;
  return db.product.create({
    data: { handle, title: handle, status: 'ACTIVE', createdAt: clock(), updatedAt: clock() },
    select: { id: true, handle: true },
  });
}

/** Makes a member an owner of a product; the order behind it is left out, so foreign keys are not looked at for once. */
export async function makeOwner(member: SignedIn, productId: string): Promise<void> {
  const variant = await db.variant.create({
    data: {
      productId,
      position: await db.variant.count({ where: { productId } }),
      title: 'One',
      currency: 'USD',
      prices: { create: { currency: 'USD', amountMinor: 100, from: new Date(0) } },
    },
    select: { id: true },
  });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.ownership.create({
      data: {
        unitId: randomUUID(),
        memberId: member.id,
        productId,
        variantId: variant.id,
        orderId: randomUUID(),
        registeredAt: clock(),
      },
    });
  });
}

type Thread = { kind?: ThreadKind; title?: string; body?: string };

/** A thread on a board, without limits or events. */
export function makeThread(
  author: SignedIn,
  board: MadeBoard,
  { kind = 'DISCUSSION', title = 'How do the cups wear after a month?', body = 'Tell me everything.' }: Thread = {},
) {
  return transact((ctx) =>
    writeContent(ctx, body).then((content) => addThread(ctx, { board, author, kind, title, content })),
  )(author, undefined);
}

export function makeReply(author: SignedIn, thread: number, body = 'They wear well.', parent = 1): Promise<Replied> {
  return transact(reply)(author, { thread, parent, body });
}
