import { z } from 'zod';

/** What the row of a run keeps of what its rehearsal was told; it was cleaned when it came in by a form. */
export const runInput = z.object({
  currency: z.string().max(10).optional(),
  shop: z.string().max(300).optional(),
  site: z.string().max(300).optional(),
  again: z.boolean().optional(),
});
export type RunInput = z.output<typeof runInput>;
