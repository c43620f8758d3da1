'use server';

import { redirect } from '@/lib/web/redirect';

import { isMember, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { inLocale } from '@/lib/core/paths';
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

async function change(actor: Actor, input: { variantId: string; quantity: number; add: boolean }): Promise<void> {
  const [known, now] = [await keptCartToken(), clock()];
  const token = isMember(actor) ? known : await guestToken(db, { known, network: await currentNetwork(), now });
  await changeCart({ db, actor, now }, { ...input, token });
  if (token && !isMember(actor)) await keepCartToken(token);
}
