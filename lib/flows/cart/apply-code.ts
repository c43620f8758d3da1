import { memberId, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { setCard, setCode } from '@/lib/cart/commands';
import { findCard } from '@/lib/credit/queries';
import { plainCode } from '@/lib/discounts/choices/code';
import { limits } from '@/lib/discounts/limits';
import { hasCode } from '@/lib/discounts/queries';

/**
 * Keeps a code that a buyer typed in their cart, of a discount or a gift card, or takes that of a discount away where nothing was typed. A code that
 * nothing has is refused as `discount-unknown`, and such tries are limited by member and network; what is in the way of another one is said in the cart.
 */
export async function applyCode(
  actor: Actor,
  { code: given }: { code: string },
  { token, network }: { token: string | null; network: string },
): Promise<void> {
  const now = clock();
  const read = reading(actor, now);
  if (given === '') return setCode({ db, actor, now }, { token, code: null });
  const who = memberId(actor) ?? network;
  await spend(db, limits.tryCode, who, now);
  await spend(db, limits.tryFrom, network, now);
  const code = plainCode(given);
  const isDiscount = code !== null && (await hasCode(read, { code }));
  const card = isDiscount ? null : await findCard(read, { code: given });
  // What is the matter with a code is not said: one of a card that is used up or disabled sounds as one that nothing has.
  if (!isDiscount && !card) throw new Refused('discount-unknown', 'Nothing has this code', { field: 'code' });
  await refundUse(db, limits.tryCode, who);
  await refundUse(db, limits.tryFrom, network);
  if (card) await setCard({ db, actor, now }, { token, cardId: card.id });
  else await setCode({ db, actor, now }, { token, code });
}

/** Takes a gift card out of a buyer's cart; what is on it stays. */
export const removeCard = (actor: Actor, { token }: { token: string | null }): Promise<void> =>
  setCard({ db, actor, now: clock() }, { token, cardId: null });
