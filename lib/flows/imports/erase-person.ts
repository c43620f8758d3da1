import { asEmail } from '@/lib/core/email';
import type { Ctx } from '@/lib/core/context';
import { erasePerson as eraseRecords } from '@/lib/imports/commands';
import type { ErasePerson } from '@/lib/imports/schema';
import { eraseCustomer } from '@/lib/members/commands';

/**
 * Forgets a customer of an old shop: what was kept of the person, and the customer that was made of it, unless they have made it their
 * account. Refuses what is neither an e-mail address nor a phone number.
 */
export async function erasePerson(ctx: Ctx, input: ErasePerson): Promise<{ customers: number; orders: number }> {
  const { customers, orders } = await eraseRecords(ctx, input);
  await eraseCustomer(ctx, { source: input.source, sourceIds: customers, email: asEmail(input.person) });
  return { customers: customers.length, orders };
}
