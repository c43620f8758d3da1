import { z } from 'zod';

import { currency, minor } from '@/lib/core/api-shapes';

const example = (text: string) => z.string().meta({ example: text });

/** A product on show, with what is sold of it. */
export const product = z.object({
  id: z.uuid(),
  handle: example('foxtail-air'),
  title: example('Foxtail Air'),
  titleZh: z.string().meta({ description: 'Empty where it has no Chinese name.' }),
  variants: z.array(
    z.object({
      id: z.uuid(),
      title: example('Oat'),
      sku: example('FX-AIR-OAT').nullable(),
      barcode: example('4006381333931').nullable(),
      grams: z.int(),
      currency,
      priceMinor: minor,
    }),
  ),
});
export type ApiProduct = z.output<typeof product>;
