import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { sumOf } from '@/lib/credit/choices/plan';
import { listSpendable } from '@/lib/credit/queries';

import { homeCurrency } from './brand';

/** What whoever asks may spend on their cart of store credit and a gift card, as it is written; nothing where there is none. */
export async function checkoutCredit(
  read: Reading,
  { cardId, currency, locale }: { cardId: string | null; currency: string; locale: Locale },
) {
  const balances = await listSpendable(read, { memberId: memberId(read.actor), cardId, currency });
  if (balances.length === 0) return undefined;
  const home = await homeCurrency();
  const written = (minor: number) => formatMoney(minor, currency, locale, home);
  const own = balances.find(({ lastFour }) => lastFour === null);
  const card = balances.find(({ lastFour }) => lastFour !== null);
  return {
    minor: sumOf(balances),
    own: own ? written(own.balanceMinor) : null,
    card: card ? { lastFour: card.lastFour!, balance: written(card.balanceMinor) } : null,
  };
}
