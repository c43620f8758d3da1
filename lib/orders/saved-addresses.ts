import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import { mostAddresses } from './limits';

const fields = {
  ...{ id: true, name: true, line1: true, line2: true, city: true, region: true, postcode: true, country: true },
  ...{ phone: true, company: true, taxNumber: true, firstSince: true },
} as const;

/** The addresses that whoever asks keeps, the first one before the others and the newest of these before the older; nobody else reads them. */
export async function listAddresses({ db, actor }: Reading) {
  const own = memberId(actor);
  if (own === null) return [];
  return db.savedAddress.findMany({
    where: { memberId: own },
    orderBy: [{ firstSince: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'desc' }],
    take: mostAddresses,
    select: fields,
  });
}

/** One of them; null where it is none of theirs. */
export async function getAddress({ db, actor }: Reading, { addressId: id }: { addressId: string }) {
  const own = memberId(actor);
  return own === null ? null : db.savedAddress.findFirst({ where: { id, memberId: own }, select: fields });
}

export type SavedAddress = NonNullable<Awaited<ReturnType<typeof getAddress>>>;
