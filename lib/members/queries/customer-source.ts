import type { Reading } from '@/lib/core/context';

import { sourceDigest } from '../source-digest';

/**
 * Tells of an id in a source whether the customer who has an address here was brought by it, also where staff have moved them to that
 * address; null where the address is no such customer's.
 */
export async function customerSource(
  { db }: Pick<Reading, 'db'>,
  { source, email }: { source: string; email: string },
): Promise<((sourceId: string) => boolean) | null> {
  const customer = await db.member.findFirst({ where: { email, source, handle: null }, select: { sourceId: true } });
  return customer && ((sourceId) => sourceDigest(sourceId) === customer.sourceId);
}
