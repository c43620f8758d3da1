'use server';

import { redirect } from '@/lib/web/redirect';

import { isMember, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { inLocale, withQuery } from '@/lib/core/paths';
import { buyAgain, buyAgainInput } from '@/lib/flows/cart/buy-again';
import { applyCode, removeCard } from '@/lib/flows/cart/apply-code';
import { clock } from '@/lib/core/time';
import { changeCart } from '@/lib/cart/commands';
import { guestToken } from '@/lib/cart/guest-token';
import { addToCartSchema, setInCartSchema, applyCodeInput, removeCardInput } from '@/lib/cart/schema';
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
  const { left } = await withCart(actor, (token) => buyAgain(actor, asked, { token }));
  redirect(withQuery(inLocale(locale, paths.cart()), { left: left > 0 ? left : null }));
});

export const applyCodeAction = action(applyCodeInput, inArea('shop', anyone), async (actor, { code }) =>
  applyCode(actor, { code }, { token: await keptCartToken(), network: await currentNetwork() }),
);

export const removeCardAction = action(removeCardInput, inArea('shop', anyone), async (actor) =>
  removeCard(actor, { token: await keptCartToken() }),
);

const change = (actor: Actor, input: { variantId: string; quantity: number; add: boolean }) =>
  withCart(actor, async (token) => void (await changeCart({ db, actor, now: clock() }, { ...input, token })));

// With the cart of this browser; a guest who has none begins one, and keeps it once something is in it.
async function withCart<R>(actor: Actor, work: (token: string | null) => Promise<R>): Promise<R> {
  const known = await keptCartToken();
  if (isMember(actor)) return work(known);
  const token = await guestToken(db, { known, network: await currentNetwork(), now: clock() });
  const done = await work(token);
  await keepCartToken(token);
  return done;
}
