import type { Ctx } from '@/lib/core/context';
import { erasePerson as eraseRecords } from '@/lib/imports/commands';
import type { ErasePerson } from '@/lib/imports/schema';
import { eraseCustomer } from '@/lib/members/commands';

/**
 * Forgets a customer of an old shop: what was kept of the person, and the customer that was made of it, unless they have made it their
 * account. Refuses what `erasePerson` of the records refuses.
 */
export async function erasePerson(ctx: Ctx, input: ErasePerson): Promise<{ customers: number; orders: number }> {
  const { customers, orders, known } = await eraseRecords(ctx, input);
  await eraseCustomer(ctx, { source: input.source, ...known });
  return { customers: customers.length, orders };
}
