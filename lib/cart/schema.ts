import { z } from 'zod';

import { language, pickedId } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

import { mostCartPieces } from './limits';

export { mostCartPieces };

/** Puts pieces of a variant into the cart. */
export const addToCartSchema = z.object({
  variantId: pickedId,
  quantity: whole(1, mostCartPieces).default(1),
  locale: language.default('en'),
});

/** How many of a variant in the cart are wanted; none takes it out. */
export const setInCartSchema = z.object({ variantId: pickedId, quantity: whole(0, mostCartPieces) });

/** The body of `POST /api/cart`; what is added is one piece at least. */
export const cartBodySchema = z
  .strictObject({ variantId: z.uuid(), quantity: z.int().min(0).max(mostCartPieces), add: z.boolean() })
  .refine(({ add, quantity }) => !add || quantity > 0);

/** The code of a discount that a buyer types; empty takes a code away. */
export const applyCodeInput = z.object({ code: typed(100) });

/** Takes the gift card out of the cart. */
export const removeCardInput = z.object({ card: z.literal('none') });
