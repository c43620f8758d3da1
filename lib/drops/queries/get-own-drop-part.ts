import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import { ownEntries, ownEntryOf, type OwnEntry } from './own-entry';
import { announcedDrop, stillWaiting, usableCode } from '../scopes';

/**
 * The reader's own part in a drop: what they reserved, the unit they hold, own or lost last, their place on the waiting
 * list with how many stand before them, and the F-codes that are theirs to use.
 */
export type OwnDropPart = {
  reservedVariantId: string | null;
  reservation: { country: string | null; priority: number } | null;
  claim: {
    id: string;
    variantId: string;
    state: 'HELD' | 'PAID' | 'RELEASED';
    heldUntil: string;
    endedWhy: string | null;
    offered: boolean;
  } | null;
  waiting: { variantId: string; ahead: number } | null;
  codes: { id: string; tail: string; expiresAt: string }[];
  /** Their latest entry, where units are given by rank. */
  entry: OwnEntry | null;
};

export async function getOwnDropPart(
  { db, actor, now }: Reading,
  { slug }: { slug: string },
): Promise<OwnDropPart | null> {
  if (!isMember(actor)) return null;
  const drop = await db.drop.findFirst({ where: { slug, ...announcedDrop }, select: ownPart(actor.id, now) });
  if (!drop) return null;
  const claim = drop.claims.find(({ state }) => state !== 'RELEASED') ?? drop.claims[0];
  const reservation = drop.reservations[0];
  const place = drop.waiting[0];
  return {
    reservedVariantId: reservation?.variantId ?? null,
    reservation: reservation ? { country: reservation.country, priority: reservation.priority } : null,
    claim: claim ? toldClaim(claim) : null,
    waiting: place ? { variantId: place.variantId, ahead: await countAhead(db, drop.id, place) } : null,
    codes: drop.fCodes.map(({ expiresAt, ...code }) => ({ ...code, expiresAt: expiresAt.toISOString() })),
    entry: ownEntryOf(drop),
  };
}

function ownPart(memberId: string, now: Date) {
  return {
    id: true,
    mode: true,
    fairSeconds: true,
    entries: ownEntries(memberId),
    reservations: { where: { memberId }, select: { variantId: true, country: true, priority: true }, take: 1 },
    claims: {
      where: { memberId },
      orderBy: { createdAt: 'desc' },
      take: 5,
      select: {
        id: true,
        state: true,
        heldUntil: true,
        endedWhy: true,
        offered: true,
        allotment: { select: { variantId: true } },
      },
    },
    waiting: { where: { memberId, ...stillWaiting }, select: { id: true, variantId: true }, take: 1 },
    fCodes: {
      where: { boundToId: memberId, ...usableCode(now) },
      orderBy: { expiresAt: 'asc' },
      take: 10,
      select: { id: true, tail: true, expiresAt: true },
    },
  } as const;
}

function countAhead(
  db: Reading['db'],
  dropId: string,
  { id, variantId }: { id: bigint; variantId: string },
): Promise<number> {
  return db.waitlistPlace.count({ where: { dropId, variantId, ...stillWaiting, id: { lt: id } } });
}

type Row = {
  id: string;
  state: 'HELD' | 'PAID' | 'RELEASED';
  heldUntil: Date;
  endedWhy: string | null;
  offered: boolean;
  allotment: { variantId: string };
};

function toldClaim({ heldUntil, allotment, ...claim }: Row): NonNullable<OwnDropPart['claim']> {
  return { ...claim, heldUntil: heldUntil.toISOString(), variantId: allotment.variantId };
}
