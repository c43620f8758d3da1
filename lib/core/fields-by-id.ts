import type { z } from 'zod';

// More than any form has: what stands behind it in a forged one is not read.
const most = 1_000;
const shape = /^(\w+)\.([0-9a-f-]{36})$/;

/** The fields of a form that are named `<name>.<uuid>`, by that id; what is wrong with one is said at it. */
export function fieldsById<T extends z.ZodType>(
  form: Record<string, unknown>,
  ctx: z.RefinementCtx,
  name: string,
  field: T,
): Map<string, z.output<T>> {
  const found = new Map<string, z.output<T>>();
  for (const [key, typed] of Object.entries(form).slice(0, most)) {
    const [, before, id] = shape.exec(key) ?? [];
    if (before !== name || id === undefined) continue;
    const read = field.safeParse(typed);
    if (read.success) found.set(id, read.data);
    else
      for (const issue of read.error.issues)
        ctx.addIssue({ ...issue, input: typed, path: [key] } as Parameters<typeof ctx.addIssue>[0]);
  }
  return found;
}
