import { system } from '@/lib/core/actor';
import { inRawTransaction, type Reading } from '@/lib/core/context';
import { withAmounts } from '@/lib/core/money';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';
import { after as momentAfter, minute } from '@/lib/core/time';

import { canReadOrders } from './policy';
import type { OrderState } from './schema';

/** The changes that are wanted: those behind a place, of one state, of one drop, made since a moment, of orders made since a moment. */
export type AskedChanges = {
  after: bigint;
  limit: number;
  state?: OrderState;
  dropId?: string;
  changedSince?: Date;
  createdSince?: Date;
};

/** An order as it is listed by its last change. */
export type ChangedOrder = {
  place: bigint;
  number: string;
  state: OrderState;
  createdAt: Date;
  paidAt: Date | null;
  changedAt: Date;
  currency: string;
  totalMinor: number;
  shipCountry: string;
  /** None of an order of the shop. */
  dropSlug: string | null;
  dropTitle: string | null;
};

/** A page of changes. Who asks for those behind `next` misses none; while there is `more`, they can ask at once. */
export type Changes = { orders: ChangedOrder[]; next: bigint; more: boolean };

// So many places are given at once, and so many orders looked at for one page.
const mostAtOnce = 1_000;
// A transaction ends sooner: a change that was written before a moment and seen after it is listed too.
const slackMs = minute;

/**
 * Orders by the places of their last changes, each once, the oldest change first; none for who may not read orders. Places are given here, to
 * what is committed by now: one that commits later gets a greater place, so that nobody who went on from `next` misses it.
 */
export async function listChanges(reading: Reading, asked: AskedChanges): Promise<Changes> {
  const { after, limit } = asked;
  if (!canReadOrders(reading.actor)) return { orders: [], next: after, more: false };
  const { last, left } = await givePlaces(reading.db);
  const from = await startOf(reading.db, asked, last);
  const window = hasRest(asked) ? mostAtOnce : limit + 1;
  const rows = await readWindow(reading.db, { ...asked, after: from, window });
  const fitting = rows.filter(({ fits }) => fits);
  const cut = fitting.length > limit;
  const orders = fitting.slice(0, limit).map(({ fits: _, ...order }) => order);
  if (cut) return { orders, next: orders.at(-1)!.place, more: true };
  const seen = rows.at(-1)?.place ?? from;
  if (rows.length === window) return { orders, next: seen, more: true };
  return { orders, next: greatest(seen, last, after), more: left };
}

/** The last place that was given; a cursor beyond it is from another database. */
export async function lastPlace(db: Raw): Promise<bigint> {
  const [feed] = await db.$queryRaw<{ place: bigint }[]>`SELECT "place" FROM "OrderFeed" WHERE "id" = 1`;
  return feed?.place ?? 0n;
}

/**
 * Gives what is committed and has no place yet the next ones, by the moments of the changes. A row that somebody is changing just now is left for the
 * next time: nobody waits, and its change is not committed yet. `left` where there are more than are given at once.
 */
export async function givePlaces(db: Raw): Promise<{ last: bigint; left: boolean }> {
  const [waiting] = await db.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Order" WHERE "place" IS NULL) AS any`;
  if (!waiting?.any) return { last: await lastPlace(db), left: false };
  return inRawTransaction(system, async (ctx) => {
    // Who gives places holds this row until the commit: the places of one are all visible before the next one's are given.
    const [feed] = await ctx.db.$queryRaw<{ place: bigint; at: Date }[]>`
      INSERT INTO "OrderFeed" AS f ("id", "place", "at") VALUES (1, 0, 'epoch')
      ON CONFLICT ("id") DO UPDATE SET "place" = f."place" RETURNING "place", "at"`;
    const { place, at } = feed!;
    const [given] = await ctx.db.$queryRaw<{ count: number; at: Date | null }[]>`
      WITH waiting AS (SELECT "id", "changedAt" FROM "Order" WHERE "place" IS NULL ORDER BY "changedAt", "id" LIMIT ${mostAtOnce}::int FOR UPDATE SKIP LOCKED),
        placed AS (SELECT "id", greatest("changedAt", ${at}::timestamptz) AS at, row_number() OVER (ORDER BY "changedAt", "id") AS n FROM waiting),
        given AS (UPDATE "Order" o SET "place" = ${place}::bigint + p.n, "changedAt" = p.at FROM placed p WHERE o."id" = p."id" RETURNING p.at)
      SELECT count(*)::int AS count, max(at) AS at FROM given`;
    const count = given?.count ?? 0;
    const last = place + BigInt(count);
    if (count > 0)
      await ctx.db.$executeRaw`
        UPDATE "OrderFeed" SET "place" = ${last}::bigint, "at" = greatest("at", ${given!.at}::timestamptz) WHERE "id" = 1`;
    return { last, left: count === mostAtOnce };
  });
}

// Moments grow with places, so that the first change since a moment tells where to begin. `last` was read before: what got a place since is behind it.
async function startOf(db: Raw, { after, changedSince, createdSince }: AskedChanges, last: bigint): Promise<bigint> {
  const since = [changedSince, createdSince].flatMap((each) => (each ? [each.getTime()] : []));
  if (since.length === 0) return after;
  const moment = momentAfter(new Date(Math.max(...since)), -slackMs);
  const [first] = await db.$queryRaw<{ place: bigint }[]>`
    SELECT "place" FROM "Order" WHERE "place" IS NOT NULL AND "changedAt" >= ${moment}::timestamptz ORDER BY "changedAt", "place" LIMIT 1`;
  return greatest(after, first ? first.place - 1n : last);
}

// An index reads one drop, or one state, by places; what else is asked is looked for in a window of so many of these.
const hasRest = ({ state, dropId, createdSince }: AskedChanges): boolean =>
  createdSince !== undefined || (state !== undefined && dropId !== undefined);

type Window = AskedChanges & { window: number };

async function readWindow(db: Raw, { after, window, state, dropId, createdSince }: Window) {
  const ofDrop = dropId ? Prisma.sql`AND "dropId" = ${dropId}::uuid` : Prisma.empty;
  const ofState = state && !dropId ? Prisma.sql`AND "state" = ${state}::"OrderState"` : Prisma.empty;
  const rows = await db.$queryRaw<(ChangedOrder & { fits: boolean })[]>`
    WITH seen AS MATERIALIZED (
      SELECT "place", "number", "state", "createdAt", "paidAt", "changedAt", "currency", "totalMinor", "shipCountry", "dropId"
      FROM "Order" WHERE "place" IS NOT NULL AND "place" > ${after}::bigint ${ofDrop} ${ofState} ORDER BY "place" LIMIT ${window}::int)
    SELECT s."place", s."number", s."state"::text AS "state", s."createdAt", s."paidAt", s."changedAt", s."currency", s."totalMinor", s."shipCountry",
      d."slug" AS "dropSlug", d."title" AS "dropTitle",
      (${state ?? null}::text IS NULL OR s."state"::text = ${state ?? null}::text)
        AND (${createdSince ?? null}::timestamptz IS NULL OR s."createdAt" >= ${createdSince ?? null}::timestamptz) AS fits
    FROM seen s LEFT JOIN drops.drop d ON d."id" = s."dropId" ORDER BY s."place"`;
  return withAmounts(rows);
}

const greatest = (...places: bigint[]): bigint => places.reduce((most, each) => (each > most ? each : most));
