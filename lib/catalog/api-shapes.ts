import { z } from 'zod';

import { currency, minor } from '@/lib/core/api-shapes';

/** A product on show, with what is sold of it. */
export const product = z.object({
  id: z.uuid(),
  handle: z.string(),
  title: z.string(),
  titleZh: z.string().meta({ description: 'Empty where it has no Chinese name.' }),
  variants: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      sku: z.string().nullable(),
      barcode: z.string().nullable(),
      grams: z.int(),
      currency,
      priceMinor: minor,
    }),
  ),
});
export type ApiProduct = z.output<typeof product>;
