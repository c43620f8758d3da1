import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { openIdea } from '@/lib/feedback/commands';
import type { IdeaKind, IdeaStage } from '@/lib/feedback/schema';
import { addThread } from '@/lib/forum/commands';
import { writeContent } from '@/lib/forum/content';

import { makeMember } from './factories';
import { rulesFor } from './forum-factories';
import { makeMarket, soldHere } from './market';
import { word } from './word';

export type MadeProduct = { id: string; handle: string; variantId: string; board: { id: string; slug: string } };

/** A product on sale, with one variant and a public board. */
export async function makeProduct(
  wish: { handle?: string; status?: 'DRAFT' | 'ACTIVE'; visibility?: 'PUBLIC' | 'MEMBERS' | 'OWNERS' | 'STAFF' } = {},
): Promise<MadeProduct> {
  const now = clock();
  const handle = wish.handle ?? `product-${word()}`;
  const product = await db.product.create({
    data: {
      handle,
      title: `Product ${handle}`,
      status: wish.status ?? 'ACTIVE',
      createdAt: now,
      updatedAt: now,
      variants: {
        create: {
          position: 0,
          title: 'Ink',
          currency: 'USD',
          prices: { create: { currency: 'USD', amountMinor: 12_900, from: new Date(0) } },
        },
      },
      boards: {
        create: { slug: `board-${handle}`, name: handle, createdAt: now, rules: rulesFor(wish.visibility ?? 'PUBLIC') },
      },
    },
    select: { id: true, variants: { select: { id: true } }, boards: { select: { id: true, slug: true } } },
  });
  return { id: product.id, handle, variantId: product.variants[0]!.id, board: product.boards[0]! };
}

type MadeIdea = {
  id: string;
  threadId: string;
  postId: string;
  number: number;
  slug: string;
  title: string;
  author: SignedIn;
};
type IdeaWish = {
  author?: SignedIn;
  title?: string;
  kind?: IdeaKind;
  stage?: IdeaStage;
  voters?: string[];
  now?: Date;
};

/** An idea on the product's board with its author's vote, and others' where wished. */
export async function makeIdea(product: MadeProduct, wish: IdeaWish = {}): Promise<MadeIdea> {
  const author = wish.author ?? (await makeMember());
  const title = wish.title ?? `An idea called ${word()}`;
  const thread = await inTransaction(
    system,
    async (ctx) =>
      addThread(ctx, {
        board: product.board,
        author,
        kind: 'IDEA',
        title,
        content: await writeContent(ctx, 'It would be lovely.'),
      }),
    { now: wish.now },
  );
  const { id } = await transact(openIdea)(
    system,
    { threadId: thread.id, productId: product.id, kind: wish.kind },
    { now: wish.now },
  );
  if (wish.stage) await db.idea.update({ where: { id }, data: { stage: wish.stage } });
  if (wish.voters) await addVotes(id, wish.voters);
  return { id, threadId: thread.id, postId: thread.postId, number: thread.number, slug: thread.slug, title, author };
}

/** Votes that are already cast, written by one statement. */
export async function addVotes(ideaId: string, voters: string[]): Promise<void> {
  await db.ideaVote.createMany({
    data: voters.map((memberId) => ({ ideaId, memberId, at: clock() })),
    skipDuplicates: true,
  });
  await db.idea.update({ where: { id: ideaId }, data: { voteCount: await db.ideaVote.count({ where: { ideaId } }) } });
}

/** A thread of any kind with its opening post. */
export async function makeThread(
  board: { id: string; slug: string },
  author: SignedIn,
  body = 'The left one falls out when I run.',
) {
  return inTransaction(system, async (ctx) =>
    addThread(ctx, {
      board,
      author,
      kind: 'DISCUSSION',
      title: `Talk of ${word()}`,
      content: await writeContent(ctx, body),
    }),
  );
}

type OrderWish = {
  state?: 'PENDING' | 'PAID' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'REFUNDED';
  currency?: string;
  totalMinor?: number;
  paidAt?: Date;
  dropId?: string;
};

/** An order of one unit, with the drop and the claim that it needs; paid unless wished otherwise. */
export async function makeOrder(
  product: MadeProduct,
  buyer: { id: string },
  wish: OrderWish = {},
): Promise<{ id: string; dropId: string }> {
  const now = clock();
  const { state = 'PAID', currency = 'USD', totalMinor = 12_900, paidAt = now } = wish;
  const dropId = wish.dropId ?? (await makeSale(product)).id;
  const allotment = await db.allotment.findFirstOrThrow({ where: { wave: { dropId } }, select: { id: true } });
  const live = state !== 'CANCELLED' && state !== 'REFUNDED';
  const claim = await db.claim.create({
    data: {
      dropId,
      allotmentId: allotment.id,
      memberId: buyer.id,
      state: live ? 'PAID' : 'RELEASED',
      heldUntil: now,
      createdAt: now,
    },
  });
  await makeMarket();
  const order = await db.order.create({
    data: {
      ...soldHere,
      number: `T${word()}`,
      memberId: buyer.id,
      claimId: claim.id,
      dropId,
      state,
      currency,
      totalMinor,
      subtotalMinor: totalMinor,
      shippingMinor: 0,
      taxMinor: 0,
      shipName: 'A',
      shipLine1: 'B',
      shipCity: 'C',
      shipPostcode: 'D',
      shipCountry: 'NL',
      createdAt: now,
      paidAt: state === 'PENDING' ? null : paidAt,
    },
  });
  return { id: order.id, dropId };
}

/** A drop of the product that is open now. */
export async function makeSale(
  product: MadeProduct,
  times: { opensAt?: Date; closesAt?: Date } = {},
): Promise<{ id: string; slug: string }> {
  const now = clock();
  const { opensAt = new Date(now.getTime() - 60_000), closesAt = new Date(now.getTime() + 3_600_000) } = times;
  return db.drop.create({
    data: {
      slug: `drop-${word()}`,
      productId: product.id,
      title: 'A wave',
      createdAt: opensAt,
      announcedAt: opensAt,
      waves: {
        create: {
          number: 1,
          opensAt,
          closesAt,
          allotments: { create: { variantId: product.variantId, units: 50, remaining: 50 } },
        },
      },
    },
    select: { id: true, slug: true },
  });
}

/** Makes a member an owner of the product, with the order behind it. */
export async function makeOwner(
  product: MadeProduct,
  member: { id: string },
  wish: OrderWish = {},
): Promise<{ id: string }> {
  const order = await makeOrder(product, member, { state: 'DELIVERED', ...wish });
  const unit = { productId: product.id, variantId: product.variantId, serial: `S${word()}`, state: 'OWNED' as const };
  const { id: unitId } = await db.unit.create({ data: { ...unit, createdAt: clock() }, select: { id: true } });
  return db.ownership.create({
    data: {
      unitId,
      memberId: member.id,
      productId: product.id,
      variantId: product.variantId,
      orderId: order.id,
      registeredAt: clock(),
    },
    select: { id: true },
  });
}

/** An owner's answer that waits to be read. */
export async function makeVoice(
  product: MadeProduct,
  owner: { id: string },
  body = 'The case should close with a click.',
): Promise<{ id: string }> {
  const ownership = await makeOwner(product, owner);
  const now = clock();
  const question = await db.ownerQuestion.create({
    data: { productId: product.id, text: 'How is it?', createdAt: now },
  });
  const prompt = await db.ownerPrompt.create({
    data: { ownershipId: ownership.id, questionId: question.id, dueAt: now, askedAt: now },
  });
  return db.ownerVoice.create({
    data: { promptId: prompt.id, productId: product.id, memberId: owner.id, rating: 4, body, createdAt: now },
    select: { id: true },
  });
}

/** A product owner of the staff. */
export const makeProductOwner = () => makeMember({ roles: ['PRODUCT_OWNER'], trust: 4 });

/** Runs the reactions of every event so far, in order, as the worker would. */
export async function reactToAll(react: (eventId: string) => Promise<void>): Promise<void> {
  for (const { id } of await db.event.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { id: true } }))
    await react(id);
}
