import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, notFound, Refused } from '@/lib/core/errors';
import { sha256, uuid7 } from '@/lib/core/ids';

import { foldLetters } from '../address-folds';
import { typedAddressWords } from '../address-words';
import { mostAddresses } from '../limits';
import type { Address, Company, SaveAddress } from '../schema';

/**
 * Keeps an address for whoever asks, or gives one of theirs other words; the first one is where a checkout begins. Refuses signed-out, not-found,
 * addresses-full (most), and address-known where they keep the same already, however it is typed.
 */
export async function saveAddress(ctx: Ctx, { addressId, ...address }: SaveAddress): Promise<void> {
  const own = await holdAddresses(ctx);
  const sameAs = sameAsOf(address);
  if (addressId === undefined) {
    if ((await addAddress(ctx, { own, address, sameAs })) === 0) throw known();
    return;
  }
  const twin = await ctx.db.savedAddress.count({ where: { memberId: own, sameAs, id: { not: addressId } } });
  if (twin > 0) throw known();
  const where = { id: addressId, memberId: own };
  const { count } = await ctx.db.savedAddress.updateMany({ where, data: { ...address, sameAs } });
  if (count === 0) throw notFound('address');
}

/** Keeps the address of an order as `saveAddress` does, and leaves one alone that is kept already. Refuses signed-out and addresses-full (most). */
export async function keepAddress(ctx: Ctx, address: Address & Company): Promise<void> {
  const own = await holdAddresses(ctx);
  const sameAs = sameAsOf(address);
  if ((await ctx.db.savedAddress.count({ where: { memberId: own, sameAs } })) === 0)
    await addAddress(ctx, { own, address, sameAs });
}

/** Forgets an address of whoever asks; the one that was kept last is the first then, where it was that. Refuses signed-out and not-found. */
export async function removeAddress(ctx: Ctx, { addressId: id }: { addressId: string }): Promise<void> {
  const memberId = await holdAddresses(ctx);
  const { count } = await ctx.db.savedAddress.deleteMany({ where: { id, memberId } });
  if (count === 0) throw notFound('address');
  if ((await ctx.db.savedAddress.count({ where: { memberId, firstSince: { not: null } } })) > 0) return;
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const next = await ctx.db.savedAddress.findFirst({ where: { memberId }, orderBy, select: { id: true } });
  if (next) await markFirst(ctx, next.id);
}

/** Makes an address of whoever asks the one that a checkout begins with. Refuses signed-out and not-found. */
export async function chooseFirstAddress(ctx: Ctx, { addressId: id }: { addressId: string }): Promise<void> {
  const memberId = await holdAddresses(ctx);
  const own = await ctx.db.savedAddress.findFirst({ where: { id, memberId }, select: { firstSince: true } });
  if (!own) throw notFound('address');
  if (own.firstSince) return;
  await ctx.db.savedAddress.updateMany({ where: { memberId, firstSince: { not: null } }, data: { firstSince: null } });
  await markFirst(ctx, id);
}

const known = () => new Refused('address-known', 'It is kept already', { field: 'line1' });

// One after another, so that each counts what the others kept, and finds which is the first.
async function holdAddresses({ db, actor }: Ctx): Promise<string> {
  const own = memberId(actor);
  allow(own !== null, 'signed-out');
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`orders:addresses ${own}`}, 0))::text AS held`;
  return own!;
}

type Adding = { own: string; address: Address & Company; sameAs: string };

async function addAddress({ db, now }: Ctx, { own: memberId, address, sameAs }: Adding): Promise<number> {
  const kept = await db.savedAddress.count({ where: { memberId } });
  if (kept >= mostAddresses) throw new Refused('addresses-full', 'No room', { values: { most: mostAddresses } });
  const { name, line1, line2, city, region, postcode, country, phone, company, taxNumber } = address;
  const { count } = await db.savedAddress.createMany({
    data: [
      {
        ...{ id: uuid7(now), memberId, sameAs, createdAt: now, firstSince: kept === 0 ? now : null },
        ...{ name, line1, line2, city, region, postcode, country, phone, company, taxNumber },
      },
    ],
    skipDuplicates: true,
  });
  return count;
}

const markFirst = ({ db, now }: Ctx, id: string) =>
  db.savedAddress.updateMany({ where: { id }, data: { firstSince: now } });

// A digest, since words of any length have to fit an index. Two people at one address are two addresses of a parcel.
const sameAsOf = (address: Address): string =>
  sha256(`${typedAddressWords(address)}|${foldLetters(address.name).replace(/\s+/g, ' ')}`);
