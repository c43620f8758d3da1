import { z } from 'zod';

/** How each refusal is answered. */
export const problem = z.object({
  error: z.string().meta({ description: 'The code. Decide by it.' }),
  message: z.string().optional().meta({ description: 'An English sentence for people.' }),
  field: z.string().optional().meta({ description: 'The field or parameter that it is about.' }),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
