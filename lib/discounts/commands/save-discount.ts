import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, notFound, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { ifTaken } from '@/lib/core/if-taken';
import { plainAmount } from '@/lib/core/money';

import { mostLive } from '../limits';
import { canEditDiscounts } from '../policy';
import type { SaveDiscount } from '../schema';

/**
 * Makes a discount, or changes one that somebody saw in its newest version; orders keep what they got. Without a start it begins now. Refuses
 * discount-taken (another has its code), discount-changed, and discounts-full (most).
 */
export async function saveDiscount(ctx: Ctx, input: SaveDiscount): Promise<{ id: string }> {
  allow(canEditDiscounts(ctx.actor));
  const { discountId, shown, productIds, startsAt, ...fields } = input;
  const forAll = productIds === null;
  const products = { create: (productIds ?? []).map((productId) => ({ productId })) };
  const taken = ifTaken('discount-taken', 'Another discount has this code', { field: 'code' });
  const id = discountId ?? uuid7(ctx.now);
  if (discountId)
    await change(ctx, { id, shown, data: { ...fields, forAll, ...(startsAt && { startsAt }) }, products, taken });
  else {
    await makeRoom(ctx);
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
  data: object;
  products: { create: { productId: string }[] };
  taken: (error: unknown) => never;
};

async function change({ db }: Ctx, { id, shown, data, products, taken }: Change): Promise<void> {
  const { count } = await db.discount
    .updateMany({ where: { id, version: shown }, data: { ...data, version: { increment: 1 } } })
    .catch(taken);
  if (count === 0) {
    if (!(await db.discount.findUnique({ where: { id }, select: { id: true } }))) throw notFound('discount');
    throw new Refused('discount-changed', 'Somebody changed it meanwhile');
  }
  // What was not counted before a most was set is counted now.
  await db.$executeRaw`
    UPDATE "Discount" d SET "used" = CASE WHEN d."mostUses" IS NULL THEN 0 ELSE (
      SELECT count(*) FROM "DiscountUse" u WHERE u."discountId" = d."id" AND u."freedAt" IS NULL) END WHERE d."id" = ${id}::uuid`;
  await db.discountProduct.deleteMany({ where: { discountId: id } });
  await db.discountProduct.createMany({ data: products.create.map((each) => ({ ...each, discountId: id })) });
}

async function makeRoom({ db, now }: Ctx): Promise<void> {
  // One after another: two at once would each find room for one.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('discounts', 0))::text AS held`;
  const live = await db.discount.count({ where: { OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
  if (live >= mostLive) throw new Refused('discounts-full', 'No room', { values: { most: mostLive } });
}

const offOf = ({
  percent,
  amountMinor,
  currency,
}: Pick<SaveDiscount, 'percent' | 'amountMinor' | 'currency'>): string =>
  percent !== null ? `${percent}%` : amountMinor !== null ? `${plainAmount(amountMinor, currency)} ${currency}` : '–';
