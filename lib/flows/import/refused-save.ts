import { z } from 'zod';

import { Refused } from '@/lib/core/errors';
import { Prisma } from '@/lib/core/prisma-client/client';

// Of the record itself: too long, out of range, a constraint. All else says that the database is not well.
const recordFaults = new Set(['P2000', 'P2002', 'P2003', 'P2004', 'P2005', 'P2006', 'P2007', 'P2011', 'P2020', 'P2033']);

/** Why one record could not be kept; anything that is not the record's own fault is thrown on and ends the import. */
export function refusedSave(error: unknown): { code: string; reason: string } {
  if (error instanceof Refused) return { code: error.code, reason: error.message };
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return { code: 'invalid', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be kept'}` };
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError && recordFaults.has(error.code)) {
    return { code: 'not-kept', reason: `the database refused the record (${error.code})` };
  }
  throw error;
}
