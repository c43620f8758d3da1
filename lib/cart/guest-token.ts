import { spend } from '@/lib/core/limits';
import type { Raw } from '@/lib/core/raw';

import { limits } from './limits';
import { cartDigest, newCartToken } from './token';

/**
 * The token of a guest's cart: that of the browser where a cart has it, else a new one, whose beginnings are counted for a network. A token that
 * somebody made up begins no cart: there would be no end of them.
 */
export async function guestToken(
  db: Raw,
  { known, network, now }: { known: string | null; network: string; now: Date },
): Promise<string> {
  if (known !== null && (await hasCart(db, known))) return known;
  await spend(db, limits.begin, network, now);
  return newCartToken();
}

async function hasCart(db: Raw, token: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM "Cart" WHERE "tokenDigest" = ${cartDigest(token)}`;
  return rows.length > 0;
}
