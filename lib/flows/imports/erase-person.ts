import { asEmail } from '@/lib/core/email';
import type { Ctx } from '@/lib/core/context';
import { erasePerson as eraseRecords } from '@/lib/imports/commands';
import { listRecordIds } from '@/lib/imports/queries';
import type { ErasePerson } from '@/lib/imports/schema';
import { eraseCustomer } from '@/lib/members/commands';
import { customerSource } from '@/lib/members/queries/customer-source';

type Gone = { customers: number; orders: number };

/**
 * Forgets a customer of an old shop: what was kept of the person, and the customer that was made of it, unless they have made it their
 * account. Whom staff moved to another address is forgotten by that one and by the one that the old shop knows. Refuses what `erasePerson`
 * of the records refuses.
 */
export async function erasePerson(ctx: Ctx, input: ErasePerson): Promise<Gone> {
  const before = await knownThereAs(ctx, input);
  const gone = await eraseBy(ctx, input);
  if (before === null) return gone;
  const more = await eraseBy(ctx, { ...input, person: before });
  return { customers: gone.customers + more.customers, orders: gone.orders + more.orders };
}

async function eraseBy(ctx: Ctx, input: ErasePerson): Promise<Gone> {
  const { customers, orders, known } = await eraseRecords(ctx, input);
  await eraseCustomer(ctx, { source: input.source, ...known });
  return { customers: customers.length, orders };
}

// Here only a digest of it is kept, so that all ids are compared.
async function knownThereAs(ctx: Ctx, { source, person }: ErasePerson): Promise<string | null> {
  const email = asEmail(person);
  const isTheirs = email && (await customerSource(ctx, { source, email }));
  if (!isTheirs || isTheirs(email)) return null;
  for (let after = ''; ;) {
    const ids = await listRecordIds(ctx, { source, kind: 'customer', after });
    const own = ids.find(isTheirs);
    if (own !== undefined) return own.replace(/^phone:/, '');
    const last = ids.at(-1);
    if (last === undefined) return null;
    after = last;
  }
}
