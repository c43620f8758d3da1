import { z } from 'zod';

import { Refused } from '@/lib/core/errors';
import { Prisma } from '@/lib/core/prisma-client/client';

// Of the record itself: too long, out of range, a constraint. All else says that the database is not well.
const recordFaults: Record<string, string> = {
  P2000: 'a value is too long for the database',
  P2002: 'something here already has what may stand only once',
  P2003: 'it belongs to something that is not here',
  P2004: 'it breaks a rule of the database',
  P2005: 'a value does not fit its field',
  P2006: 'a value does not fit its field',
  P2007: 'a value cannot be read by the database',
  P2011: 'a value is missing',
  P2020: 'a number is too large for the database',
  P2033: 'a number is too large for the database',
};

const names = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .catch(null);
const constraintOf = z.object({
  meta: z.object({
    target: names,
    field_name: names,
    driverAdapterError: z
      .object({
        cause: z
          .object({ constraint: z.object({ fields: names }).nullish().catch(null) })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
  }),
});

/** Why one record could not be kept; anything that is not the record's own fault is thrown on and ends the import. */
export function refusedSave(error: unknown): { code: string; reason: string } {
  if (error instanceof Refused) return { code: error.code, reason: error.message };
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return { code: 'invalid', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be kept'}` };
  }
  const fault = error instanceof Prisma.PrismaClientKnownRequestError ? recordFaults[error.code] : undefined;
  if (!fault) throw error;
  const fields = fieldsOf(error);
  return { code: 'not-kept', reason: fields ? `${fault} (${fields})` : fault };
}

/** The fields that a constraint is about, as Prisma's driver adapter tells them. */
function fieldsOf(error: unknown): string {
  const read = constraintOf.safeParse(error);
  const { target, driverAdapterError, field_name: field } = read.data?.meta ?? {};
  const fields = target ?? driverAdapterError?.cause?.constraint?.fields ?? field ?? [];
  return [fields].flat().join(', ').replaceAll('"', '');
}
