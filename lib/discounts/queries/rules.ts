import type { Reading } from '@/lib/core/context';

import type { DiscountRule } from '../choices/apply';
import { emailKeyOf } from '../email-key';
import { mostLive } from '../limits';
import { provedEmails } from '../proved-email';

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

/** What is asked of the discounts for one cart: its buyer, where that is a member, and what else is known that they had before. */
export type AskedRules = { code: string | null; currency: string; buyer: string | null; had: readonly string[] };

/** For each of several carts the discounts of its currency that are given by themselves now, and the one of its code however it stands and whatever its currency is. */
export async function listRules(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  asked: readonly AskedRules[],
): Promise<LiveRule[][]> {
  const currencies = [...new Set(asked.map(({ currency }) => currency))];
  const codes = [...new Set(asked.flatMap(({ code }) => code ?? []))];
  const rows = await db.discount.findMany({
    where: {
      OR: [
        {
          code: null,
          currency: { in: currencies },
          startsAt: { lte: now },
          OR: [{ endsAt: null }, { endsAt: { gt: now } }],
        },
        ...(codes.length === 0 ? [] : [{ code: { in: codes } }]),
      ],
    },
    orderBy: { id: 'asc' },
    take: mostLive + codes.length,
    select: {
      ...{ id: true, title: true, titleZh: true, code: true, kind: true, percent: true, amountMinor: true },
      ...{ currency: true, buyPieces: true, getPieces: true, leastMinor: true, leastPieces: true, forAll: true },
      ...{ version: true, combines: true, startsAt: true, endsAt: true },
      ...{ mostUses: true, used: true, oncePerBuyer: true },
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
  return asked.map(({ code, currency, buyer, had: said }) =>
    rules
      .filter((rule) => (rule.code === null ? rule.currency === currency : rule.code === code))
      .map((rule) => ({ ...rule, spent: rule.spent || said.includes(rule.id) || had.has(`${buyer} ${rule.id}`) })),
  );
}

// Who had which discount, as `member discount`: by themselves, or by their mailbox before they signed in.
async function listHad(db: Reading['db'], buyers: string[], discountIds: string[]): Promise<Set<string>> {
  const byKey = new Map<string, string>();
  for (const [buyer, email] of await provedEmails(db, buyers)) byKey.set(emailKeyOf(email)!, buyer);
  const rows = await db.discountUse.findMany({
    where: {
      OR: [{ memberId: { in: buyers } }, { emailKey: { in: [...byKey.keys()] } }],
      discountId: { in: discountIds },
      freedAt: null,
    },
    select: { memberId: true, emailKey: true, discountId: true },
    distinct: ['memberId', 'emailKey', 'discountId'],
  });
  return new Set(
    rows.flatMap(({ memberId, emailKey, discountId }) =>
      [memberId, byKey.get(emailKey ?? '')].map((buyer) => `${buyer} ${discountId}`),
    ),
  );
}

/** Whether a discount has a code and is not over. */
export async function hasCode({ db, now }: Pick<Reading, 'db' | 'now'>, { code }: { code: string }): Promise<boolean> {
  const one = await db.discount.findUnique({ where: { code }, select: { startsAt: true, endsAt: true } });
  return one !== null && one.startsAt <= now && (one.endsAt === null || one.endsAt > now);
}
