import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import type { DropMode } from '@/lib/core/prisma-client/enums';
import { after, clock, hour, minute } from '@/lib/core/time';
import { makeSeed } from '@/lib/drops/draw/seed';
import { joinWaitlist } from '@/lib/drops/commands';
import { digestOf, makeFCode } from '@/lib/drops/f-codes/code';
import { sealPass, type Pass } from '@/lib/drops/gate';
import { moveUnits, settleBatch, type Arrival } from '@/lib/drops/sql';

import { asRoles } from './as-roles';
import { makeMarket } from './market';
import { word } from './word';

export type MadeDrop = {
  id: string;
  slug: string;
  waveId: string;
  productId: string;
  variantIds: string[];
  allotmentIds: string[];
};

type Wish = {
  slug?: string;
  mode?: DropMode;
  fairSeconds?: number;
  proofOfWork?: boolean;
  units?: number[];
  opensAt?: Date;
  closesAt?: Date;
  needsReservation?: boolean;
  minTrust?: number;
  announced?: boolean;
  holdSeconds?: number;
};

/** A product with a drop that is open now, unless wished otherwise; one variant for each number of units. */
export async function makeDrop(wish: Wish = {}): Promise<MadeDrop> {
  const { units = [20], needsReservation = false, minTrust = 0, announced = true, holdSeconds = 900 } = wish;
  const now = clock();
  await makeMarket();
  const slug = wish.slug ?? `drop-${word()}`;
  const product = await db.product.create({
    data: {
      handle: slug,
      title: 'Open earphones',
      status: 'ACTIVE',
      createdAt: now,
      updatedAt: now,
      variants: {
        create: units.map((_, position) => ({
          position,
          title: `Colour ${position}`,
          currency: 'USD',
          prices: { create: { currency: 'USD', amountMinor: 12_900, from: new Date(0) } },
        })),
      },
    },
    include: { variants: { orderBy: { position: 'asc' } } },
  });
  const drop = await db.drop.create({
    data: {
      slug,
      productId: product.id,
      title: 'First wave',
      mode: wish.mode,
      fairSeconds: wish.fairSeconds,
      proofOfWork: wish.proofOfWork,
      needsReservation,
      minTrust,
      holdSeconds,
      createdAt: now,
      announcedAt: announced ? now : null,
      waves: {
        create: {
          number: 1,
          opensAt: wish.opensAt ?? after(now, -minute),
          closesAt: wish.closesAt ?? after(now, hour),
          ...makeSeed({ mode: wish.mode ?? 'FIRST_COME', fairSeconds: wish.fairSeconds ?? 0 }),
        },
      },
    },
    include: { waves: true },
  });
  const waveId = drop.waves[0]!.id;
  const allotmentIds: string[] = [];
  for (const [at, count] of units.entries()) {
    const row = await db.allotment.create({
      data: { waveId, variantId: product.variants[at]!.id, units: count, remaining: 0 },
    });
    await moveUnits(db, { allotmentId: row.id, kind: 'OFFERED', delta: count, claimIds: [null], at: now });
    allotmentIds.push(row.id);
  }
  return {
    id: drop.id,
    slug,
    waveId,
    productId: product.id,
    variantIds: product.variants.map(({ id }) => id),
    allotmentIds,
  };
}

/** So many confirmed members, made by one statement. */
export async function makeFans(count: number, trust = 1): Promise<SignedIn[]> {
  const { rows } = await pool.query<{ id: string; handle: string }>(
    `INSERT INTO "Member" ("id", "handle", "name", "email", "emailVerifiedAt", "trust", "createdAt")
     SELECT gen_random_uuid(), h, h, h || '@fans.example', now(), $2, now()
     FROM (SELECT 'fan-' || substr(gen_random_uuid()::text, 1, 13) AS h FROM generate_series(1, $1)) each RETURNING "id", "handle"`,
    [count, trust],
  );
  return rows.map(({ id, handle }) => ({
    kind: 'member',
    id,
    handle,
    name: handle,
    avatar: null,
    locale: 'en',
    roles: [],
    permissions: [],
    trust,
    confirmed: true,
    suspended: false,
  }));
}

/** Members as they arrive at the gate, each with an e-mail limit of their own. */
export function arrivals(...members: { id: string }[]): Arrival[] {
  return members.map(({ id }) => ({ memberId: id, emailKey: id }));
}

/** A pass to a drop for a member, as the pass endpoint gives it. */
export function passFor(drop: { id: string }, { id }: { id: string }, more: Partial<Pass> = {}): string {
  return sealPass({
    memberId: id,
    dropId: drop.id,
    channels: ['PUBLIC'],
    emailKey: null,
    until: clock().getTime() + 120_000,
    ...more,
  });
}

/** A member of the operations staff. */
export async function makeOperator(): Promise<SignedIn> {
  const [fan] = await makeFans(1);
  await db.grant.create({ data: { memberId: fan!.id, roleKey: 'OPERATIONS', at: clock() } });
  return { ...fan!, ...asRoles('OPERATIONS') };
}

export type Books = { units: number; remaining: number; live: number; taken: number; ledger: number };

/** What the stock row, the claims and the ledger each say about an allotment. */
export async function booksOf(allotmentId: string): Promise<Books> {
  const { rows } = await pool.query<Books>(
    `SELECT a."units", a."remaining",
       (SELECT count(*)::int FROM "Claim" c WHERE c."allotmentId" = a."id" AND c."state" <> 'RELEASED') AS live,
       (SELECT -coalesce(sum(m."delta"), 0)::int FROM "UnitMovement" m WHERE m."allotmentId" = a."id" AND m."claimId" IS NOT NULL) AS taken,
       (SELECT coalesce(sum(m."delta"), 0)::int FROM "UnitMovement" m WHERE m."allotmentId" = a."id") AS ledger
     FROM "Allotment" a WHERE a."id" = $1`,
    [allotmentId],
  );
  return rows[0]!;
}

/** Units of a variant held back for the F-codes of a drop; answers the allotment. */
export async function holdBack(drop: MadeDrop, units: number, variant = 0): Promise<string> {
  const { id } = await db.allotment.create({
    data: { waveId: drop.waveId, variantId: drop.variantIds[variant]!, channel: 'FCODE', units, remaining: 0 },
  });
  await moveUnits(db, { allotmentId: id, kind: 'OFFERED', delta: units, claimIds: [null], at: clock() });
  return id;
}

/** An F-code of a drop in plain, whether its pool has room for it or not. */
export async function makeCode(
  drop: { id: string },
  wish: { boundTo?: { id: string }; expiresAt?: Date; revokedAt?: Date } = {},
): Promise<{ id: string; code: string }> {
  const code = makeFCode();
  const { boundTo, expiresAt = after(clock(), hour), revokedAt } = wish;
  const data = {
    dropId: drop.id,
    digest: digestOf(code)!,
    tail: code.slice(-4),
    source: 'STAFF',
    boundToId: boundTo?.id,
    createdAt: clock(),
    expiresAt,
    revokedAt,
  } as const;
  return { ...(await db.fCode.create({ data, select: { id: true } })), code };
}

/** A drop whose units are all held, the members who hold them, and others who wait in their order. */
export async function makeSoldOut(units: number, waiting: number) {
  const drop = await makeDrop({ units: [units, 5] });
  const [holders, fans] = [await makeFans(units), await makeFans(waiting)];
  const claims = (await settleBatch(drop.allotmentIds[0]!, arrivals(...holders), clock())).map(
    ({ claimId }) => claimId!,
  );
  for (const fan of fans) await transact(joinWaitlist)(fan, { dropId: drop.id, variantId: drop.variantIds[0]! });
  return { drop, holders, fans, claims };
}
