import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { ownedProduct, picturedVariant, productName, productTitle } from '@/lib/catalog/published';
import { memberHandle } from '@/lib/members/published';
import { orderNumber } from '@/lib/orders/published';
import { unitSerial } from '@/lib/units/published';

import { ownedNow } from '../published';

const question = { select: { text: true, textZh: true } } as const;
const variant = { select: picturedVariant } as const;
const product = { select: ownedProduct } as const;
const unit = { select: unitSerial } as const;

/** The questions that an owner was asked, with what they answered. */
export const askedPrompts = {
  where: { askedAt: { not: null } },
  select: { id: true, question, voice: { select: { rating: true, body: true, createdAt: true } } },
} as const satisfies Prisma.Ownership$promptsArgs;

/** What the actor owns, the newest first, with the questions that wait for them. */
export async function listOwned({ db, actor }: Reading) {
  const owner = memberId(actor);
  if (!owner) return [];
  return db.ownership.findMany({
    where: { memberId: owner, ...ownedNow },
    orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      unit,
      registeredAt: true,
      product,
      variant,
      order: { select: orderNumber },
      prompts: askedPrompts,
    },
  });
}

export type Owned = Awaited<ReturnType<typeof listOwned>>[number];

/** One question that the actor was asked, with their answer if there is one; null to everybody else. */
export async function getOwnPrompt({ db, actor }: Reading, { promptId }: { promptId: string }) {
  const owner = memberId(actor);
  if (!owner || !isUuid(promptId)) return null;
  return db.ownerPrompt.findUnique({
    where: { id: promptId, askedAt: { not: null }, ownership: { memberId: owner } },
    select: {
      id: true,
      question,
      ownership: { select: { unit, product, variant } },
      voice: { select: { rating: true, body: true, createdAt: true } },
    },
  });
}

/** Prompts whose day has come and that nobody was asked yet. */
export async function listDuePrompts({ db, now }: Reading, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db.ownerPrompt.findMany({
    where: { askedAt: null, dueAt: { lte: now }, ownership: ownedNow },
    orderBy: { dueAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The units that an order made somebody own, and that they own still. */
export async function listOwnedUnits({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }): Promise<string[]> {
  const rows = await db.ownership.findMany({ where: { orderId, ...ownedNow }, select: { unitId: true } });
  return rows.map(({ unitId }) => unitId);
}

/** Who owns a unit; null where nobody is known to. */
export async function getOwner({ db }: Pick<Reading, 'db'>, { unitId }: { unitId: string }): Promise<string | null> {
  const row = await db.ownership.findFirst({ where: { unitId, ...ownedNow }, select: { memberId: true } });
  return row?.memberId ?? null;
}

const mostToldOf = 20;

/** An ownership as its owner is told of it, with the serials of all units of its variant that came with the same order, few. */
export async function getOwnershipForNotice({ db }: Reading, { ownershipId }: { ownershipId: string }) {
  const told = await db.ownership.findUnique({
    where: { id: ownershipId },
    select: {
      ...{ unit, memberId: true, variantId: true, orderId: true, registeredAt: true },
      ...{ product: { select: productName }, member: { select: memberHandle } },
    },
  });
  if (!told) return null;
  const { unit: one, variantId, orderId, registeredAt, ...rest } = told;
  const together =
    orderId === null
      ? []
      : await db.ownership.findMany({
          where: { orderId, variantId, registeredAt },
          orderBy: { id: 'asc' },
          take: mostToldOf + 1,
          select: { unit },
        });
  const serials = together.length > 1 ? together.map((each) => each.unit.serial) : [one.serial];
  return { ...rest, serials: serials.length > mostToldOf ? [...serials.slice(0, mostToldOf), '…'] : serials };
}

/** A question as its owner is told of it. */
export async function getPromptForNotice({ db }: Reading, { promptId }: { promptId: string }) {
  return db.ownerPrompt.findUnique({
    where: { id: promptId },
    select: { id: true, question, ownership: { select: { memberId: true, product: { select: productTitle } } } },
  });
}
