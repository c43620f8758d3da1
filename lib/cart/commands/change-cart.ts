import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { counting, refuseOver, type Counted } from '@/lib/core/limits';
import type { Raw } from '@/lib/core/raw';

import { limits, mostCartLines, mostCartPieces } from '../limits';
import { cartDigest } from '../token';

/** `token` is that of the browser's guest cart; with `add` the pieces come to those that are there. */
export type ChangeCart = { token: string | null; variantId: string; quantity: number; add: boolean };

type Changing = Pick<Ctx<Raw>, 'actor' | 'now'> & { db: Raw };
type Outcome = 'done' | 'not-sold' | 'sold-out' | 'cart-full' | 'most-pieces' | 'not-in-cart';

const values: Partial<Record<Outcome, Record<string, number>>> = {
  'cart-full': { most: mostCartLines },
  'most-pieces': { most: mostCartPieces },
};

/**
 * Changes how many of a variant are in the actor's cart, and answers how many pieces it has then. One statement: the cart is made with its
 * first line. Refuses not-sold, shop-sold-out, cart-full, most-pieces and not-in-cart.
 */
export async function changeCart({ db, actor, now }: Changing, input: ChangeCart): Promise<number> {
  const [member, digest] = [memberId(actor), input.token === null ? null : cartDigest(input.token)];
  const owner = member ?? digest;
  if (!owner) throw new TypeError('A cart is a member’s or a token’s');
  // In one statement, and so in one commit: writing it to the disk is most of what a change costs. Over the limit the cart is not asked.
  const [row] = await db.$queryRaw<(Counted & { changed: { outcome: Outcome; units: number } | null })[]>`
    WITH used AS (${counting(limits.change, owner, now)})
    SELECT u."count", u."resetsAt", CASE WHEN u."count" <= ${limits.change.count}::int THEN (
      SELECT to_jsonb(c) FROM change_cart(${member}::uuid, ${digest}, ${uuid7(now)}::uuid, ${input.variantId}::uuid, ${input.add}::boolean,
        ${input.quantity}::int, ${mostCartLines}::int, ${mostCartPieces}::int, ${now}::timestamptz) c) END AS changed
    FROM used u`;
  refuseOver(limits.change, row!, now);
  const { outcome, units } = row!.changed!;
  if (outcome !== 'done')
    throw new Refused(outcome === 'sold-out' ? 'shop-sold-out' : outcome, 'The cart stays as it is', {
      values: values[outcome],
    });
  return units;
}
