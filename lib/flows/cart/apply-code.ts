import { memberId, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { refundUse, spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';
import { setCode } from '@/lib/cart/commands';
import { plainCode } from '@/lib/discounts/choices/code';
import { limits } from '@/lib/discounts/limits';
import { hasCode } from '@/lib/discounts/queries';

/**
 * Keeps a code that a buyer typed in their cart, or takes it away where nothing was typed. A code that nothing has is refused as `discount-unknown`,
 * and such tries are limited by member or network; what is in the way of another one is said in the cart.
 */
export async function applyCode(
  actor: Actor,
  { code: given }: { code: string },
  { token, network }: { token: string | null; network: string },
): Promise<void> {
  const now = clock();
  const code = given === '' ? null : plainCode(given);
  if (given !== '') {
    const who = memberId(actor) ?? network;
    await spend(db, limits.tryCode, who, now);
    if (code === null || !(await hasCode(reading(actor, now), { code })))
      throw new Refused('discount-unknown', 'No discount has this code', { field: 'code' });
    await refundUse(db, limits.tryCode, who);
  }
  await setCode({ db, actor, now }, { token, code });
}
