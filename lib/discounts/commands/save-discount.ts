import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, notFound, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { ifTaken } from '@/lib/core/if-taken';
import { plainAmount } from '@/lib/core/money';

import { holdToChange } from '../hold-discount';
import { mostLive } from '../limits';
import { canEditDiscounts } from '../policy';
import type { SaveDiscount } from '../schema';

/**
 * Makes a discount, or changes one that somebody saw in its newest version; orders keep what they got. Without a start it begins now. Refuses
 * discount-taken (another has its code), discount-changed, discount-ends (before it begins), discount-products (it is for none that is there), and
 * discounts-full (most).
 */
export async function saveDiscount(ctx: Ctx, input: SaveDiscount): Promise<{ id: string }> {
  allow(canEditDiscounts(ctx.actor));
  const { discountId, shown, productIds, startsAt, ...fields } = input;
  const forAll = productIds === null;
  const products = { create: (await existing(ctx, productIds ?? [])).map((productId) => ({ productId })) };
  if (!forAll && products.create.length === 0)
    throw new Refused('discount-products', 'No product of these is there', { field: 'scope' });
  const taken = ifTaken('discount-taken', 'Another discount has this code', { field: 'code' });
  const id = discountId ?? uuid7(ctx.now);
  const { endsAt } = fields;
  if (endsAt === null || endsAt > ctx.now) await makeRoom(ctx, id);
  if (discountId)
    await change(ctx, { id, shown, data: { ...fields, forAll, ...(startsAt && { startsAt }) }, products, taken });
  else {
    if (endsAt && endsAt <= (startsAt ?? ctx.now)) throw endsBefore();
    await ctx.db.discount
      .create({
        data: { ...fields, id, forAll, startsAt: startsAt ?? ctx.now, createdAt: ctx.now, products },
        select: { id: true },
      })
      .catch(taken);
  }
  const { code, title } = fields;
  await audit(ctx, {
    act: discountId ? 'discount.change' : 'discount.add',
    subject: ['discount', id],
    detail: { name: title, code: code ?? '–', off: offOf(fields) },
  });
  return { id };
}

type Change = {
  id: string;
  shown: number;
  data: Omit<SaveDiscount, 'discountId' | 'shown' | 'productIds' | 'startsAt'> & { forAll: boolean; startsAt?: Date };
  products: { create: { productId: string }[] };
  taken: (error: unknown) => never;
};

async function change({ db }: Ctx, { id, shown, data, products, taken }: Change): Promise<void> {
  await holdToChange(db, id);
  // Where no start was typed the one that it has stays.
  const begins = data.startsAt === undefined && data.endsAt ? { startsAt: { lt: data.endsAt } } : {};
  const { count } = await db.discount
    .updateMany({ where: { id, version: shown, ...begins }, data: { ...data, version: { increment: 1 } } })
    .catch(taken);
  if (count === 0) {
    const now = await db.discount.findUnique({ where: { id }, select: { version: true } });
    if (!now) throw notFound('discount');
    if (now.version === shown) throw endsBefore();
    throw new Refused('discount-changed', 'Somebody changed it meanwhile');
  }
  // What was not counted before a most was set is counted now.
  await db.$executeRaw`
    UPDATE "Discount" d SET "used" = CASE WHEN d."mostUses" IS NULL THEN 0 ELSE (
      SELECT count(*) FROM "DiscountUse" u WHERE u."discountId" = d."id" AND u."freedAt" IS NULL) END WHERE d."id" = ${id}::uuid`;
  await db.discountProduct.deleteMany({ where: { discountId: id } });
  await db.discountProduct.createMany({ data: products.create.map((each) => ({ ...each, discountId: id })) });
}

const endsBefore = () => new Refused('discount-ends', 'It ends before it begins', { field: 'endsAt' });

// Of products that were deleted while the form stood open the discount is for the others.
async function existing({ db }: Ctx, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id"::text AS id FROM catalog.product p WHERE p."id" = ANY (${[...productIds]}::uuid[])`;
  return rows.map(({ id }) => id);
}

// For one that is changed too: what was over may run again by it.
async function makeRoom({ db, now }: Ctx, id: string): Promise<void> {
  // One after another: two at once would each find room for one.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('discounts', 0))::text AS held`;
  const live = await db.discount.count({ where: { id: { not: id }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
  if (live >= mostLive) throw new Refused('discounts-full', 'No room', { values: { most: mostLive } });
}

const offOf = ({
  percent,
  amountMinor,
  currency,
}: Pick<SaveDiscount, 'percent' | 'amountMinor' | 'currency'>): string =>
  percent !== null ? `${percent}%` : amountMinor !== null ? `${plainAmount(amountMinor, currency)} ${currency}` : '–';
