import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import type { DiscountRule } from '../choices/apply';
import { emailKeyOf } from '../email-key';
import { mostLive } from '../limits';
import { provedEmail } from '../proved-email';

/** A discount that can be given now, with what is said of it and what it is counted against. */
export type LiveRule = DiscountRule & {
  title: string;
  titleZh: string;
  /** Which state of the row was read: an order gets no other one. */
  version: number;
  mostUses: number | null;
  oncePerBuyer: boolean;
  /** Whether nothing is left of it, or the buyer had it. */
  spent: boolean;
  /** Whether it has begun and is not over. */
  live: boolean;
};

/**
 * The discounts of a currency that are given by themselves now, and the one of a code however it stands and whatever its currency is. The buyer is the
 * one who asks, where that is a member; `had` names what else is known that they had before.
 */
export async function listRules(
  { db, actor, now }: Reading,
  { code, currency, had: said }: { code: string | null; currency: string; had: readonly string[] },
): Promise<LiveRule[]> {
  const buyer = memberId(actor);
  const rows = await db.discount.findMany({
    where: {
      OR: [
        { code: null, currency, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        ...(code === null ? [] : [{ code }]),
      ],
    },
    orderBy: { id: 'asc' },
    take: mostLive + 1,
    select: {
      ...{ id: true, title: true, titleZh: true, code: true, kind: true, percent: true, amountMinor: true },
      ...{ currency: true, buyPieces: true, getPieces: true, leastMinor: true, leastPieces: true, forAll: true },
      ...{
        version: true,
        combines: true,
        startsAt: true,
        endsAt: true,
        mostUses: true,
        used: true,
        oncePerBuyer: true,
      },
      products: { select: { productId: true } },
    },
  });
  const once = rows.filter(({ oncePerBuyer }) => oncePerBuyer).map(({ id }) => id);
  const had = new Set([...said, ...(buyer && once.length > 0 ? await hadBy(db, buyer, once) : [])]);
  return rows.map(({ forAll, products, startsAt, endsAt, used, ...rule }) => ({
    ...rule,
    productIds: forAll ? null : products.map(({ productId }) => productId),
    spent: (rule.mostUses !== null && used >= rule.mostUses) || had.has(rule.id),
    live: startsAt <= now && (endsAt === null || endsAt > now),
  }));
}

async function hadBy(db: Reading['db'], buyer: string, discountIds: string[]): Promise<string[]> {
  const emailKey = emailKeyOf(await provedEmail(db, buyer));
  const rows = await db.discountUse.findMany({
    where: {
      OR: [{ memberId: buyer }, ...(emailKey === null ? [] : [{ emailKey }])],
      discountId: { in: discountIds },
      freedAt: null,
    },
    select: { discountId: true },
  });
  return rows.map(({ discountId }) => discountId);
}

/** Whether a discount has a code and is not over. */
export async function hasCode({ db, now }: Pick<Reading, 'db' | 'now'>, { code }: { code: string }): Promise<boolean> {
  const one = await db.discount.findUnique({ where: { code }, select: { startsAt: true, endsAt: true } });
  return one !== null && one.startsAt <= now && (one.endsAt === null || one.endsAt > now);
}
