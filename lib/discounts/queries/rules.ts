import type { Reading } from '@/lib/core/context';

import type { DiscountRule } from '../choices/apply';
import { mostLive } from '../limits';

/** A discount that can be given now, with what is said of it and what it is counted against. */
export type LiveRule = DiscountRule & {
  title: string;
  titleZh: string;
  mostUses: number | null;
  oncePerBuyer: boolean;
  /** Whether nothing is left of it, or the buyer had it. */
  spent: boolean;
  /** Whether it has begun and is not over. */
  live: boolean;
};

/** What is asked of the discounts for one cart; the buyer, where that is a member. */
export type AskedRules = { code: string | null; currency: string; buyer: string | null };

/** For each of several carts the discounts of its currency that are given by themselves now, and the one of its code however it stands. */
export async function listRules(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  asked: readonly AskedRules[],
): Promise<LiveRule[][]> {
  const codes = [...new Set(asked.flatMap(({ code }) => code ?? []))];
  const rows = await db.discount.findMany({
    where: {
      currency: { in: [...new Set(asked.map(({ currency }) => currency))] },
      OR: [
        { code: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        ...(codes.length === 0 ? [] : [{ code: { in: codes } }]),
      ],
    },
    orderBy: { id: 'asc' },
    take: mostLive + codes.length,
    select: {
      ...{ id: true, title: true, titleZh: true, code: true, kind: true, percent: true, amountMinor: true },
      ...{ currency: true, buyPieces: true, getPieces: true, leastMinor: true, leastPieces: true, forAll: true },
      ...{ combines: true, startsAt: true, endsAt: true, mostUses: true, used: true, oncePerBuyer: true },
      products: { select: { productId: true } },
    },
  });
  const once = rows.filter(({ oncePerBuyer }) => oncePerBuyer).map(({ id }) => id);
  const buyers = asked.flatMap(({ buyer }) => buyer ?? []);
  const had = buyers.length > 0 && once.length > 0 ? await listHad(db, buyers, once) : new Set<string>();
  const rules = rows.map(({ forAll, products, startsAt, endsAt, used, ...rule }) => ({
    ...rule,
    productIds: forAll ? null : products.map(({ productId }) => productId),
    spent: rule.mostUses !== null && used >= rule.mostUses,
    live: startsAt <= now && (endsAt === null || endsAt > now),
  }));
  return asked.map(({ code, currency, buyer }) =>
    rules
      .filter((rule) => rule.currency === currency && (rule.code === null || rule.code === code))
      .map((rule) => ({ ...rule, spent: rule.spent || (buyer !== null && had.has(`${buyer} ${rule.id}`)) })),
  );
}

// Who had which discount, as `member discount`.
async function listHad(db: Reading['db'], buyers: string[], discountIds: string[]): Promise<Set<string>> {
  const rows = await db.discountUse.findMany({
    where: { memberId: { in: buyers }, discountId: { in: discountIds }, freedAt: null },
    select: { memberId: true, discountId: true },
    distinct: ['memberId', 'discountId'],
  });
  return new Set(rows.map(({ memberId, discountId }) => `${memberId} ${discountId}`));
}

/** Whether a discount has a code and is not over. */
export async function hasCode({ db, now }: Pick<Reading, 'db' | 'now'>, { code }: { code: string }): Promise<boolean> {
  const one = await db.discount.findUnique({ where: { code }, select: { startsAt: true, endsAt: true } });
  return one !== null && one.startsAt <= now && (one.endsAt === null || one.endsAt > now);
}
