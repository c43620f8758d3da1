'use server';

import { redirect } from '@/lib/web/redirect';

import { isMember, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { inLocale, withQuery } from '@/lib/core/paths';
import { buyAgain, buyAgainInput } from '@/lib/flows/cart/buy-again';
import { clock } from '@/lib/core/time';
import { changeCart } from '@/lib/cart/commands';
import { guestToken } from '@/lib/cart/guest-token';
import { addToCartSchema, setInCartSchema } from '@/lib/cart/schema';
import { paths } from '@/lib/paths';
import { action, anyone, inArea } from '@/lib/web/action';
import { keepCartToken, keptCartToken } from '@/lib/web/cart-cookie';
import { currentNetwork } from '@/lib/web/session';

export const addToCartAction = action(addToCartSchema, inArea('shop', anyone), async (actor, { locale, ...input }) => {
  await change(actor, { ...input, add: true });
  redirect(inLocale(locale, paths.cart()));
});

export const setInCartAction = action(setInCartSchema, inArea('shop', anyone), async (actor, input) =>
  change(actor, { ...input, add: false }),
);

export const buyAgainAction = action(buyAgainInput, inArea('shop', anyone), async (actor, { locale, ...asked }) => {
  const token = await cartToken(actor);
  const { left } = await buyAgain(actor, asked, { token });
  if (token && !isMember(actor)) await keepCartToken(token);
  redirect(withQuery(inLocale(locale, paths.cart()), { left: left > 0 ? left : null }));
});

async function change(actor: Actor, input: { variantId: string; quantity: number; add: boolean }): Promise<void> {
  const token = await cartToken(actor);
  await changeCart({ db, actor, now: clock() }, { ...input, token });
  if (token && !isMember(actor)) await keepCartToken(token);
}

// That of this browser; a guest who has none begins a cart.
async function cartToken(actor: Actor): Promise<string | null> {
  const known = await keptCartToken();
  return isMember(actor) ? known : guestToken(db, { known, network: await currentNetwork(), now: clock() });
}
