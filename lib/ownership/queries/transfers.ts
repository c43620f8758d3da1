import { ownedProduct, picturedVariant, productName } from '@/lib/catalog/published';
import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { memberHandle, plainName } from '@/lib/members/published';
import { unitSerial } from '@/lib/units/published';

import { transferDigest } from '../transfer-code';

/** A code that can be used now, with what it passes on, as its receiver is shown it; null for every other text. */
export async function findTransfer({ db, now }: Pick<Reading, 'db' | 'now'>, { code }: { code: string }) {
  const transfer = await db.ownerTransfer.findUnique({
    where: { codeDigest: transferDigest(code), state: 'OPEN', expiresAt: { gt: now } },
    select: {
      ...{ id: true, unitId: true, fromId: true, sharesName: true, expiresAt: true },
      from: { select: plainName },
      unit: {
        select: { ...unitSerial, variant: { select: { ...picturedVariant, product: { select: ownedProduct } } } },
      },
    },
  });
  if (!transfer) return null;
  const { from, sharesName, ...rest } = transfer;
  return { ...rest, from: sharesName ? from.name : null };
}

export type FoundTransfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;

/** The code that the actor made for a unit of theirs and that can be used still; null where there is none. */
export async function getOpenTransfer({ db, actor, now }: Reading, { unitId }: { unitId: string }) {
  const fromId = memberId(actor);
  if (!fromId) return null;
  return db.ownerTransfer.findFirst({
    where: { unitId, fromId, state: 'OPEN', expiresAt: { gt: now } },
    select: { id: true, expiresAt: true },
  });
}

/** A device that was passed on, as its former owner is told of it. */
export async function getTransferForNotice({ db }: Pick<Reading, 'db'>, { transferId }: { transferId: string }) {
  return db.ownerTransfer.findUnique({
    where: { id: transferId },
    select: {
      ...{ fromId: true, from: { select: memberHandle } },
      unit: { select: { ...unitSerial, product: { select: productName } } },
    },
  });
}

/** The unit of a device of the actor; null where it is not theirs. */
export async function getOwnUnit({ db, actor }: Reading, { ownershipId }: { ownershipId: string }) {
  const owner = memberId(actor);
  if (!owner) return null;
  const where = { id: ownershipId, memberId: owner, endedAt: null };
  return (await db.ownership.findUnique({ where, select: { unitId: true } }))?.unitId ?? null;
}
