import { productName } from '@/lib/catalog/published';
import { memberId } from '@/lib/core/actor';
import { readCursor, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { memberHandle, namedHandle } from '@/lib/members/published';

import { canDecideClaims } from '../policy';

const product = { select: productName } as const;

/** A request for a device as it is decided. */
export async function getClaim({ db }: Pick<Reading, 'db'>, { claimId }: { claimId: string }) {
  return db.ownerClaim.findUnique({
    where: { id: claimId },
    select: { id: true, memberId: true, productId: true, serial: true, state: true, unitId: true, holderId: true },
  });
}

/** Requests whose days of objection are over. */
export async function listDueClaims({ db, now }: Reading, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db.ownerClaim.findMany({
    where: { state: 'ACCEPTED', movesAt: { lte: now } },
    orderBy: { movesAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The requests of the actor that wait, and those for devices of theirs to which they may object; few. */
export async function listOwnClaims({ db, actor, now }: Reading) {
  const me = memberId(actor);
  if (!me) return [];
  const rows = await db.ownerClaim.findMany({
    where: {
      OR: [
        { memberId: me, state: { in: ['ASKED', 'ACCEPTED', 'OBJECTED'] } },
        { holderId: me, state: 'ACCEPTED', movesAt: { gt: now } },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { id: true, memberId: true, serial: true, state: true, movesAt: true, product },
  });
  return rows.map(({ memberId: by, ...row }) => ({ ...row, mine: by === me }));
}

export type OwnClaim = Awaited<ReturnType<typeof listOwnClaims>>[number];

/** One request, for who made it or whose device it is about; neither reads who the other is, and only its maker what they sent. Null to everybody else. */
export async function getOwnClaim({ db, actor, now }: Reading, { id }: { id: string }) {
  const me = memberId(actor);
  if (!me || !isUuid(id)) return null;
  const claim = await db.ownerClaim.findFirst({
    where: { id, OR: [{ memberId: me }, { holderId: me }] },
    select: {
      ...{
        id: true,
        memberId: true,
        serial: true,
        state: true,
        createdAt: true,
        movesAt: true,
        decidedAt: true,
        reason: true,
      },
      ...{ proof: true, pictures: true, objection: true, product },
    },
  });
  if (!claim) return null;
  const { memberId: by, proof, pictures, objection, reason, ...rest } = claim;
  const mine = by === me;
  const mayObject = !mine && claim.state === 'ACCEPTED' && claim.movesAt !== null && claim.movesAt > now;
  return {
    ...rest,
    mine,
    mayObject,
    asked: mine ? { proof, pictures, reason } : null,
    objection: mine ? '' : objection,
  };
}

export type OwnClaimPage = NonNullable<Awaited<ReturnType<typeof getOwnClaim>>>;

const perPage = 30;

/** Requests for staff, those that wait first asked first, or those that are decided newest first. */
export async function listClaims({ db, actor }: Reading, { decided, after }: { decided: boolean; after?: string }) {
  if (!canDecideClaims(actor)) return { claims: [], next: null };
  const cursor = after === undefined ? null : readCursor(after);
  const beyond = decided ? 'lt' : 'gt';
  const claims = await db.ownerClaim.findMany({
    where: {
      state: { in: decided ? ['ACCEPTED', 'MOVED', 'REFUSED', 'WITHDRAWN'] : ['ASKED', 'OBJECTED'] },
      ...(cursor && {
        OR: [
          { createdAt: { [beyond]: new Date(cursor.value) } },
          { createdAt: new Date(cursor.value), id: { [beyond]: cursor.id } },
        ],
      }),
    },
    orderBy: decided ? [{ createdAt: 'desc' }, { id: 'desc' }] : [{ createdAt: 'asc' }, { id: 'asc' }],
    take: perPage + 1,
    select: { id: true, serial: true, state: true, createdAt: true, product, member: { select: namedHandle } },
  });
  const last = claims[perPage - 1];
  const next = claims.length > perPage && last ? writeCursor(last.createdAt, last.id) : null;
  return { claims: claims.slice(0, perPage), next };
}

export type ClaimRow = Awaited<ReturnType<typeof listClaims>>['claims'][number];

/** One request with its proof, for those who decide it; null where there is none, or it may not be seen. */
export async function getClaimToDecide({ db, actor }: Reading, { id }: { id: string }) {
  if (!canDecideClaims(actor) || !isUuid(id)) return null;
  return db.ownerClaim.findUnique({
    where: { id },
    select: {
      ...{ id: true, productId: true, serial: true, state: true, proof: true, pictures: true, createdAt: true },
      ...{ movesAt: true, objection: true, decidedAt: true, reason: true, product },
      member: { select: namedHandle },
      holder: { select: namedHandle },
      decidedBy: { select: memberHandle },
    },
  });
}

export type ClaimToDecide = NonNullable<Awaited<ReturnType<typeof getClaimToDecide>>>;

/** A request as those whom it concerns are told of it. */
export async function getClaimForNotice({ db }: Pick<Reading, 'db'>, { claimId }: { claimId: string }) {
  return db.ownerClaim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      memberId: true,
      holderId: true,
      serial: true,
      state: true,
      movesAt: true,
      reason: true,
      product,
    },
  });
}
