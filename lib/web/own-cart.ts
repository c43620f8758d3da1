import { cache } from 'react';

import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { keepGuestCart } from '@/lib/cart/commands';
import { readCart } from '@/lib/cart/queries';

import { keptCartToken } from './cart-cookie';

/** The cart of whoever asks; what a guest put into one in this browser comes into the member's first. */
export const ownCart = cache(async (actor: Actor) => {
  const token = await keptCartToken();
  if (token && isMember(actor)) await keepGuestCart({ db, actor, now: clock() }, { token });
  return readCart(reading(actor), { token });
});
