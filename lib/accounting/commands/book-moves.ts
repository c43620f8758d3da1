import type { Ctx } from '@/lib/core/context';

import type { WantedMove } from '../wanted-moves';

const row = 1;

/** Locks the books until the commit, so that two who write them do it one after the other, and says up to which place of the changes they are written. */
export async function holdBooks({ db, now }: Ctx): Promise<bigint> {
  const [cursor] = await db.$queryRaw<{ place: bigint }[]>`
    INSERT INTO "MoneyCursor" AS c ("id", "place", "at") VALUES (${row}, 0, ${now}::timestamptz)
    ON CONFLICT ("id") DO UPDATE SET "place" = c."place" RETURNING "place"`;
  return cursor!.place;
}

/** Notes that the books are written up to a place. */
export async function turnTo({ db, now }: Ctx, place: bigint): Promise<void> {
  await db.moneyCursor.update({ where: { id: row }, data: { place, at: now }, select: { id: true } });
}

/** Writes movements into the books, each once whatever happens; the caller holds them. */
export async function bookMoves({ db, now }: Ctx, moves: readonly WantedMove[]): Promise<number> {
  if (moves.length === 0) return 0;
  const { count } = await db.moneyMove.createMany({
    data: moves.map((move) => ({ ...move, bookedAt: now })),
    skipDuplicates: true,
  });
  return count;
}

/** Writes what credit was given, taken away and expired since a moment into the books, each once; what was spent is of its order. The caller holds them. */
export async function bookCredit({ db, now }: Ctx, { since, market }: { since: Date; market: number }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "MoneyMove" ("key", "cause", "fromAccount", "toAccount", "amountMinor", "currency", "market", "at", "bookedAt")
    SELECT 'given:' || e."id", (CASE WHEN e."amountMinor" > 0 THEN 'CREDIT_GIVEN' ELSE 'CREDIT_ENDED' END)::"MoneyCause",
      (CASE WHEN e."amountMinor" > 0 THEN 'CREDIT' ELSE 'GRANTED' END)::"MoneyAccount", (CASE WHEN e."amountMinor" > 0 THEN 'GRANTED' ELSE 'CREDIT' END)::"MoneyAccount",
      abs(e."amountMinor"), e."currency", ${market}::int, e."at", ${now}::timestamptz
    FROM credit.credit_entry e WHERE e."orderId" IS NULL AND e."kind" <> 'MOVED' AND e."at" >= ${since}::timestamptz
    ORDER BY e."id" ON CONFLICT ("key") DO NOTHING`;
}
